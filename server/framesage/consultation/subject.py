"""Find the project that the questions are about: files with a choice to make, or only an idea."""

from __future__ import annotations

import json
import os.path
import re
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.workspace import assess_project
from framesage.consultation.heard import is_heard
from framesage.frozen import frozen
from framesage.manifests.pyproject import read_framesage_toml
from framesage.project import (
    CachedFileSystem,
    Disk,
    ManifestCache,
    Project,
    discover,
    load_project,
    project_root_of,
    repository_root,
)
from framesage.project.named_files import admit, why_unread
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from framesage.advice.model import Assessment
    from framesage.project import FileSystem

MOST_READ = 2000
"""How many characters of a description are read."""

MOST_LISTED = 9
"""How many projects are named where there are several."""

_ESCAPE_SEQUENCE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""What terminals send for colors and keys (CSI), and for titles and links (OSC)."""
SAID = "--describe"
"""The name of the file that stands for the sentence on the command line."""


class SubjectError(Exception):
    """A path does not lead to a project; the message says why."""


class SeveralProjectsError(SubjectError):
    """There are several projects below a folder, and none in it; ``roots`` are the first ones."""

    def __init__(self, roots: Sequence[Path]) -> None:
        super().__init__(self.words([root.as_posix() for root in roots]))
        self.roots = roots

    @staticmethod
    def words(names: Sequence[str]) -> str:
        """Return the message with the names of the projects."""
        more = ", ..." if len(names) > MOST_LISTED else ""
        listed = ", ".join(names[:MOST_LISTED])
        return f"there are several projects; pass the path of one of them: {listed}{more}"


@frozen
class Subject:
    """The assessment of a project before any answer, and what a person said that it is ("" for
    nothing), in one line."""

    assessment: Assessment
    description: str = ""


def find_subject(path: Path, description: str, today: date) -> Subject:
    """Return the project at a path, or an empty one where there is none.

    ``description`` counts as what the project says of itself. Raises SubjectError if the path does
    not exist or cannot be read, and SeveralProjectsError if it does not say which project is meant.
    """
    if not os.path.exists(path):  # noqa: PTH110  # it never raises
        raise SubjectError(f"{path}: no such file or folder")
    files = ManifestCache(CachedFileSystem(Disk()))
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  # symbolic links stay as they are
    start = _project_at(absolute, files)
    boundary = repository_root(start, files, Path.cwd(), absolute)
    project = load_project(start, files, boundary)
    return describe(Subject(assess_project(project, today)), description)


def idea(description: str, today: date) -> Subject:
    """Return a project without files, of which a person says what it is."""
    return describe(Subject(assess_project(Project(Path(), ()), today)), description)


def _project_around(folder: Path, files: FileSystem) -> Path | None:
    return project_root_of(folder / "-", files, repository_root(folder, files, Path.cwd()))


def describe(subject: Subject, description: str) -> Subject:
    """Return a project of which a person says what it is; "" says nothing."""
    line = _one_line(description)
    if not line:
        return subject
    project = subject.assessment.project
    text = f"description = {json.dumps(line, ensure_ascii=False)}\n"
    said = read_framesage_toml(Source(project.root / SAID, text))
    settings = replace(project.settings, description=line)  # it replaces what the files say
    described = replace(project, manifests=(*project.manifests, said), settings=settings)
    return Subject(assess_project(described, subject.assessment.today), line)


def is_blank(subject: Subject) -> bool:
    """Return whether a project requires nothing, and nothing that it says of itself is evidence:
    not the placeholder that a tool wrote."""
    project = subject.assessment.project
    required = any(True for manifest in project.manifests for _ in manifest.requirements)
    return not (required or subject.description or is_heard(subject.assessment))


def _one_line(text: str) -> str:
    """Return a text in one line without the controls of a terminal, which TOML cannot contain, and
    not longer than any description."""
    plain = _ESCAPE_SEQUENCE.sub("", text[:MOST_READ])
    shown = "".join(letter if letter.isprintable() else " " for letter in plain)
    return " ".join(shown.split())


def _project_at(path: Path, files: ManifestCache) -> Path:
    """Return the root of the project at a path: of a file or folder in it, or the only one below.

    A folder without a project is an empty one; if it is empty, also within another project.
    """
    if files.entries(path) == () and path.is_file():
        if not admit(path, files):
            raise SubjectError(f"{path.name}: {why_unread(path)}")
        root = project_root_of(path, files, repository_root(path.parent, files, Path.cwd()))
        if root is None:
            raise SubjectError(f"{path.name} is not a dependency file; pass its folder")
        return root
    found = list(islice(discover(path, files, around=Path.cwd()), MOST_LISTED + 1))
    if path in found:
        return path
    if not found:
        return (_project_around(path, files) if files.entries(path) else None) or path
    if len(found) > 1:
        raise SeveralProjectsError(found)
    return found[0]
