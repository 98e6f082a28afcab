"""``framesage check -``: the text of standard input stands in for a file, as an editor's buffer."""

from __future__ import annotations

import os.path
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.streams import UsageError
from framesage.project import Disk, Overlay
from framesage.project.files import decode

if TYPE_CHECKING:
    from framesage.project import Files


def overlaid(filename: Path) -> Files:
    """Return the disk with standard input for one file; raise UsageError where that is no text."""
    path = Path(os.path.abspath(filename))  # noqa: PTH100  # as paths are named elsewhere
    if sys.stdin is None:
        raise UsageError("there is no standard input")
    try:
        return Overlay(Disk(), {path: decode(sys.stdin.buffer.read())})
    except ValueError as error:
        raise UsageError(f"standard input is not text in UTF-8 or UTF-16: {error}") from error
