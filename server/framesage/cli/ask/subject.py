"""Find the project that the command line names, and tell what is wrong with its arguments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import UsageError, log_to_stderr, warning
from framesage.consultation import subject
from framesage.consultation.subject import MOST_READ, SeveralProjectsError, SubjectError
from framesage.report.locations import shown_path

if TYPE_CHECKING:
    from datetime import date

    from framesage.consultation.subject import Subject


def find_subject(path: Path, description: str, today: date) -> Subject:
    """Return the project at a path, or an empty one where there is none.

    Raises UsageError if there is no such path, and SeveralProjectsError if several projects are.
    """
    log_to_stderr()
    _warn_if_long(description)
    try:
        return subject.find_subject(path, description, today)
    except SeveralProjectsError:
        raise
    except SubjectError as error:
        raise UsageError(str(error)) from error


def several_projects(error: SeveralProjectsError) -> UsageError:
    """Return the error with the projects named as they are passed in the current folder."""
    return UsageError(error.words([shown_path(root, Path.cwd()) for root in error.roots]))


def describe(found: Subject, description: str) -> Subject:
    """Return a project of which a person says what it is."""
    _warn_if_long(description)
    return subject.describe(found, description)


def _warn_if_long(description: str) -> None:
    if len(description) > MOST_READ:
        warning(f"only the first {MOST_READ} characters of the description are used")
