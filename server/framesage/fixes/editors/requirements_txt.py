"""Edit requirements files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.fixes.editors.comments import comment_above, comment_at_end
from framesage.fixes.editors.placement import Listed, insert_line, written_name
from framesage.fixes.editors.removal import remove_listed
from framesage.fixes.editors.specifier_text import replace_specifier
from framesage.fixes.line_edits import insert_below
from framesage.fixes.model import Edit, line_end
from framesage.frozen import frozen
from framesage.manifests.requirements.logical_lines import logical_lines
from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement


@frozen(slots=False)
class RequirementsEditor:
    """Edits a requirements file, whose requirements may continue over several lines."""

    manifest: Manifest

    def add(self, name: str, beside: Requirement, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edit that adds a package; none if lines have hashes, which are unknown."""
        source, requirements = self.manifest.source, [*self.manifest.requirements]
        if beside not in requirements or "--hash" in source.text:
            return ()
        listed = [self._listed(requirement) for requirement in requirements]
        text, at = name + specifier, requirements.index(beside)
        return (insert_line(text, name, listed, at, source),)

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
        listed = [self._listed(other) for other in self.manifest.requirements]
        at = [*self.manifest.requirements].index(requirement)
        return (remove_listed(listed, at, self.manifest.source),)

    def require(self, requirement: Requirement, specifier: str) -> tuple[Edit, ...]:
        """Return the edit that replaces the specifier of a requirement; none if impossible."""
        return replace_specifier(self.manifest, requirement, specifier)

    def ignore(self, comment: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment, above a requirement that is continued."""
        first, last = self._lines(line)
        if first == last:
            return comment_at_end(comment, self.manifest.source, line)
        return comment_above(comment, self.manifest.source, line) if line == first else None

    def _listed(self, requirement: Requirement) -> Listed:
        first, last = self._lines(requirement.range.start.line)
        return Listed(written_name(requirement, self.manifest.source), first, last)

    def _lines(self, number: int) -> tuple[int, int]:
        """Return the first and the last line of the logical line that a line is part of."""
        return self._logical_lines.get(number, (number, number))

    @cached_property
    def _logical_lines(self) -> dict[int, tuple[int, int]]:
        found = {}
        for line in logical_lines(self.manifest.source.lines):
            span = line.first, line.first + len(line.offsets) - 1
            found.update(dict.fromkeys(range(span[0], span[1] + 1), span))
        return found
