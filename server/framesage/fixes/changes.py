"""Changes of several files that belong together, with the text to paste where one is impossible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.fixes.model import Edit


@frozen
class FileChange:
    """Edits of one file, and the text that they add, for a person to paste.

    ``problem`` is why the file cannot be edited, as a clause; then there are no edits.
    """

    path: Path
    text: str
    edits: tuple[Edit, ...] = ()
    problem: str = ""


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
        return tuple(change for change in self.files if change.problem)
