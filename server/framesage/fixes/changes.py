"""Changes of several files that belong together, with the text to paste where one is impossible."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.fixes.model import Edit


@frozen
class FileChange:
    """Edits of one file, and the text that they add, for a person to paste.

    ``problem`` is why the file cannot be edited, as a clause; then there are no edits. There are
    none either if other files cannot be edited. ``replaced`` are earlier settings, as in TOML.
    """

    path: Path
    text: str
    edits: tuple[Edit, ...] = ()
    problem: str = ""
    replaced: tuple[str, ...] = ()


@frozen
class Changes:
    """Changes of files, which are made and undone in one step; none if nothing is to be changed."""

    files: tuple[FileChange, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of all files."""
        return tuple(edit for change in self.files for edit in change.edits)

    @property
    def to_paste(self) -> tuple[FileChange, ...]:
        """The changes that a person has to make."""
        return tuple(change for change in self.files if not change.edits)

    def all_or_none(self) -> Changes:
        """Return the changes, without any edit if a person has to make one of them.

        A decision without its requirement, or a requirement without its decision, is worse than
        neither.
        """
        if not self.to_paste:
            return self
        return Changes(tuple(replace(change, edits=()) for change in self.files))
