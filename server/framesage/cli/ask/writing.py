"""Write several files, or none of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import error
from framesage.cli.written_files import boundary_of, problem_words
from framesage.fixes import apply_edits
from framesage.project.atomic_write import create_text, write_text
from framesage.report.locations import shown_path
from framesage.text import Source

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.fixes import Changes, FileChange


class UnwrittenError(Exception):
    """A file could not be written; no file is changed."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(problem)
        self.path = path
        self.problem = problem


def write_all(changes: Changes, assessment: Assessment) -> None:
    """Make the changes of all files; raise UnwrittenError, and take them back, if one fails."""
    written: list[FileChange] = []
    try:
        for change in changes.files:
            _write(change, assessment)
            written.append(change)
    except UnwrittenError:
        for change in reversed(written):
            _take_back(change, assessment)
        raise


def _write(change: FileChange, assessment: Assessment) -> None:
    before, after = _texts(change, assessment)
    try:
        if before is None:
            create_text(change.path, after)
        else:
            write_text(change.path, before, after, boundary_of(change.path))
    except (OSError, ValueError) as reason:
        raise UnwrittenError(change.path, problem_words(reason)) from reason


def _take_back(change: FileChange, assessment: Assessment) -> None:
    before, after = _texts(change, assessment)
    try:
        if before is None:
            change.path.unlink()
        else:
            write_text(change.path, after, before, boundary_of(change.path))
    except (OSError, ValueError) as reason:
        name = shown_path(change.path, Path.cwd())
        error(f"cannot take back the change of {name}: {problem_words(reason)}")


def _texts(change: FileChange, assessment: Assessment) -> tuple[str | None, str]:
    """Return the texts of a file before, which is None if it is new, and after the change."""
    source = assessment.project.source(change.path)
    after = apply_edits(source or Source(change.path, ""), change.edits)
    return source.text if source else None, after
