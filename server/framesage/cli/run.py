"""From the paths on the command line to assessments, and complaints about what cannot be used."""

from __future__ import annotations

import logging
import os.path
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.findings import SETTINGS, UNREADABLE
from framesage.advice.workspace import assess_paths
from framesage.cli.stdio import complain
from framesage.frozen import frozen
from framesage.project import CachedFileSystem, Disk
from framesage.report.locations import location_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.advice.model import Assessment
    from framesage.project import FileSystem


@frozen
class Checked:
    """The projects that were found, and whether all of their settings and rules could be used.

    ``files`` and ``today`` are what the assessments were made from.
    """

    assessments: tuple[Assessment, ...]
    usable: bool
    files: FileSystem
    today: date


def check_paths(paths: Sequence[Path], given: FileSystem | None = None) -> Checked:
    """Assess the projects at or below the paths; say on standard error what is wrong."""
    files = CachedFileSystem(given or Disk())
    logging.basicConfig(format="framesage: %(message)s", level=logging.WARNING)
    missing = [path for path in paths if not _is_there(path, given)]
    absolute = [Path(os.path.abspath(path)) for path in paths if path not in missing]  # noqa: PTH100
    today = date.today()  # noqa: DTZ011  # support windows end on the user's own calendar
    found = tuple(assess_paths(absolute, today, files, around=Path.cwd()))
    wrong = [location for one in found for location in _misset(one)]
    complaints = [f"{path}: no such file or folder" for path in missing]
    complaints += [str(error) for one in found for error in one.rule_errors]
    if wrong:
        complaints.append(f"not all settings can be used: {', '.join(wrong)}")
    for complaint in dict.fromkeys(complaints):
        complain(complaint)
    read = not any(one.rule == UNREADABLE for each in found for one in each.findings)
    return Checked(found, read and not complaints, files, today)


def _is_there(path: Path, given: FileSystem | None) -> bool:
    """Tell whether there is something at a path; what was given need not be on the disk."""
    if given is not None:
        return given.text(path.absolute()) is not None
    return os.path.exists(path)  # noqa: PTH110  # it never raises


def _misset(assessment: Assessment) -> list[str]:
    """Return where the settings that cannot be used stand; the findings say what is wrong."""
    locations = (one.location for one in assessment.findings if one.rule == SETTINGS)
    return [location_name(location, Path.cwd()) for location in locations]
