"""``framesage check -``: the text of standard input stands in for a file, as an editor's buffer."""

from __future__ import annotations

import os.path
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.run import check_paths
from framesage.cli.stdio import UsageError, complain
from framesage.project import Disk, Overlay
from framesage.project.filesystem import decode

if TYPE_CHECKING:
    from framesage.cli.run import Checked
    from framesage.project import FileSystem


def check_standard_input(filename: Path) -> Checked:
    """Assess the project of a file with the text of standard input in its location."""
    path = Path(os.path.abspath(filename))  # noqa: PTH100  # as paths are named elsewhere
    checked = check_paths([path], _overlaid(path))
    manifests = (one for each in checked.assessments for one in each.project.manifests)
    if checked.assessments and all(one.source.path != path for one in manifests):
        complain(f"{filename} is no dependency file: what stands on standard input is not used")
    return checked


def _overlaid(path: Path) -> FileSystem:
    """Return the disk with standard input for one file; raise UsageError where that is no text."""
    if sys.stdin is None:
        raise UsageError("there is no standard input")
    try:
        return Overlay(Disk(), {path: decode(sys.stdin.buffer.read())})
    except ValueError as error:
        raise UsageError(f"standard input cannot be read: {error}") from error
