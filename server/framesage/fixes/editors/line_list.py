"""Edit formats with a requirement on each line: Conda environments and setup.cfg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.comments import comment_above, verified_comment_at_end
from framesage.fixes.line_edits import (
    above_comments,
    insert_above,
    insert_below,
    insertion_index,
    remove_lines,
)
from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement


@frozen
class _LineListEditor:
    manifest: Manifest

    def add(self, name: str, beside: Requirement) -> tuple[Edit, ...]:
        """Return the edit that adds a line to the list of a requirement."""
        source, listed = self.manifest.source, self._list_of(beside)
        if not listed:
            return ()
        index = insertion_index([requirement.name for requirement in listed], name)
        text = f"{self._prefix(beside)}{name}"
        if index:
            return (insert_below(source, listed[index - 1].range.end.line, text),)
        first = listed[0].range.start.line
        return (insert_above(source, above_comments(source, first, 0), text),)

    def remove(self, requirement: Requirement) -> tuple[Edit, ...]:
        """Return the edit that removes a requirement's line; none for the last one of a list."""
        if len(self._list_of(requirement)) < 2:
            return ()
        start, end = requirement.range
        return (remove_lines(self.manifest.source, start.line, end.line),)

    def _list_of(self, requirement: Requirement) -> list[Requirement]:
        """Return the requirements on lines like this one's; none if others are on its line."""
        prefix = self._prefix(requirement)
        if not prefix or prefix.strip() not in ("", "-"):
            return []
        return [
            other
            for other in self.manifest.requirements
            if other.group == requirement.group and self._prefix(other) == prefix
        ]

    def _prefix(self, requirement: Requirement) -> str:
        """Return the text before a requirement on its line: an indent, or a list item's dash."""
        start = requirement.range.start
        return self.manifest.source.line(start.line)[: start.character]


@frozen
class EnvironmentEditor(_LineListEditor):
    """Edits an environment.yml."""

    def ignore(self, rule: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment at the end of a line."""
        return verified_comment_at_end(rule, self.manifest, line)


@frozen
class SetupCfgEditor(_LineListEditor):
    """Edits a setup.cfg, whose values extend to the end of the line."""

    def ignore(self, rule: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment above a line."""
        return comment_above(rule, self.manifest.source, line)
