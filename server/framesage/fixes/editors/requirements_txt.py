"""Edit requirements files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.comments import comment_above, comment_at_end
from framesage.fixes.line_edits import (
    above_comments,
    insert_above,
    insert_below,
    insertion_index,
    remove_lines,
)
from framesage.fixes.model import Edit, line_end
from framesage.frozen import frozen
from framesage.manifests.requirements.logical_lines import logical_lines
from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement


@frozen
class RequirementsEditor:
    """Edits a requirements file, whose requirements may continue over several lines."""

    manifest: Manifest

    def add(
        self,
        name: str,
        beside: Requirement,  # noqa: ARG002
        specifier: str = "",
    ) -> tuple[Edit, ...]:
        """Return the edit that adds a package; none if lines have hashes, which are unknown."""
        source, requirements = self.manifest.source, self.manifest.requirements
        if not requirements or "--hash" in source.text:
            return ()
        index = insertion_index([requirement.name for requirement in requirements], name)
        if index == 0:
            first, _ = self._lines(requirements[0].range.start.line)
            return (insert_above(source, above_comments(source, first, 0), name + specifier),)
        _, last = self._lines(requirements[index - 1].range.start.line)
        return (insert_below(source, last, name + specifier),)

    def add_first(self, name: str, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edit that adds a package below the comments and options of the file."""
        source, written = self.manifest.source, name + specifier
        filled = [number for number, line in enumerate(source.lines) if line.strip()]
        if filled:
            return (insert_below(source, filled[-1], written),)
        last = len(source.lines) - 1
        whole = Range(Position(0, 0), Position(last, len(source.line(last))))
        return (Edit(source.path, whole, written + line_end(source)),)

    def remove(self, requirement: Requirement) -> tuple[Edit, ...]:
        """Return the edit that removes a requirement with its options, hashes and comment."""
        first, last = self._lines(requirement.range.start.line)
        return (remove_lines(self.manifest.source, first, last),)

    def ignore(self, rule: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment, above a requirement that is continued."""
        first, last = self._lines(line)
        if first == last:
            return comment_at_end(rule, self.manifest.source, line)
        return comment_above(rule, self.manifest.source, line) if line == first else None

    def _lines(self, number: int) -> tuple[int, int]:
        """Return the first and the last line of the logical line that a line is part of."""
        for line in logical_lines(self.manifest.source.lines):
            last = line.first + len(line.offsets) - 1
            if line.first <= number <= last:
                return line.first, last
        return number, number
