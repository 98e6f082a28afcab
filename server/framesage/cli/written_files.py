"""What the commands that write files have in common."""

from __future__ import annotations

from pathlib import Path

from framesage.project import Disk, repository_root


def boundary_of(path: Path) -> Path:
    """Return the folder out of which a link must not lead to a file that is written."""
    return repository_root(path.absolute().parent, Disk(), Path.cwd())


def problem_words(reason: OSError | ValueError) -> str:
    """Return why a file cannot be written."""
    return str(getattr(reason, "strerror", None) or reason)
