"""Choose the reader of a file by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from framesage.manifests.manifest import Manifest
from framesage.manifests.requirements import (
    RequirementsFile,
    read_requirements,
    reread_requirements,
)
from framesage.text import ChangedLines, Source, changed_lines

if TYPE_CHECKING:
    from pathlib import PurePath

Reader = Callable[[Source], Manifest]


def _lazy(module: str, name: str) -> Reader:
    """Return a reader that is imported on first use; no project has files of all formats."""

    def read(source: Source) -> Manifest:
        reader: Reader = getattr(import_module(f"framesage.manifests.{module}"), name)
        return reader(source)

    return read


_BY_NAME: dict[str, Reader] = {
    "pyproject.toml": _lazy("pyproject", "read_pyproject"),
    "framesage.toml": _lazy("pyproject", "read_framesage_toml"),
    "Pipfile": _lazy("pipfile", "read_pipfile"),
    "setup.cfg": _lazy("setupcfg", "read_setup_cfg"),
    "setup.py": _lazy("setuppy", "read_setup_py"),
    "pixi.toml": _lazy("pixi", "read_pixi"),
}
_ENVIRONMENT = _lazy("conda.environment", "read_environment")
_SCRIPT = _lazy("script_metadata", "read_script")
_SUFFIXES = (".txt", ".in", ".pip")
_REQUIREMENTS_NAME = re.compile(
    r".*(?:requirements|constraints).*|(?:.*[-_.])?(?:requirement|constraint)(?:[-_.].*)?", re.I
)
_ENVIRONMENT_NAME = re.compile(r"(?:.*[-_.])?environment(?:[-_.].*)?\.ya?ml", re.I)
_REQUIREMENTS_FOLDER = re.compile(r"(?:requirements?|reqs?|deps)(?:[-_.].*)?", re.I)
_BY_SUFFIX = {
    ".cfg": _BY_NAME["setup.cfg"],
    ".py": _SCRIPT,
    ".pyw": _SCRIPT,
    ".toml": _BY_NAME["pyproject.toml"],
    ".yaml": _ENVIRONMENT,
    ".yml": _ENVIRONMENT,
}
_SCRIPT_START = re.compile(r"\A#!|^# /// script\r?$", re.MULTILINE)


def reader_by_name(path: PurePath) -> Reader | None:
    """Return the reader for a file name, or None if it is not that of a dependency file.

    Included files are read as requirements files, whatever their names are.
    """
    by_name = _BY_NAME.get(path.name)
    if by_name:
        return by_name
    if _ENVIRONMENT_NAME.fullmatch(path.name):
        return _ENVIRONMENT
    if path.suffix.lower() not in _SUFFIXES:
        return None
    is_list = _REQUIREMENTS_NAME.fullmatch(path.stem) or path.name.lower() == "requires.txt"
    is_listed = is_list or _REQUIREMENTS_FOLDER.fullmatch(path.parent.name)
    return read_requirements if is_listed else None


def read(source: Source) -> Manifest | None:
    """Read a file; return None if its name is not that of a dependency file."""
    reader = reader_by_name(source.path)
    return reader(source) if reader else None


def reader_for(source: Source) -> Reader:
    """Return the reader for a file that was included, opened or named, whatever its name is.

    The ending tells the format. A file without one is a script if it has inline metadata or names
    its interpreter, and a requirements file otherwise.
    """
    reader = reader_by_name(source.path) or _BY_SUFFIX.get(source.path.suffix.lower())
    if reader is None and not source.path.suffix and may_have_metadata(source.text):
        return _SCRIPT
    return reader or read_requirements


def read_any(source: Source) -> Manifest:
    """Read a file in the format that it most probably has, whatever its name is."""
    return reader_for(source)(source)


def read_settings_file(source: Source) -> Manifest:
    """Read a file that has settings at its top level, whatever its name is."""
    return _BY_NAME["framesage.toml"](source)


def is_python(path: PurePath) -> bool:
    """Return whether a file is a Python script, which may have inline metadata (PEP 723)."""
    return path.suffix in (".py", ".pyw") and path.name not in _BY_NAME


def may_have_metadata(text: str) -> bool:
    """Return whether the text of a file says that it is a script, with inline metadata or not."""
    return _SCRIPT_START.search(text) is not None


def reread(before: Manifest, source: Source, change: ChangedLines | None = None) -> Manifest:
    """Read a file again after an edit; the same as reading it, but faster.

    Pass the lines in which the texts differ if they are known.
    """
    reader = reader_for(source)
    if isinstance(before, RequirementsFile) and reader is read_requirements:
        return reread_requirements(before, source, change or _change(before, source))
    if before.format == "pyproject":
        from framesage.manifests.pyproject import PyprojectFile, reread_pyproject

        if isinstance(before, PyprojectFile):
            return reread_pyproject(before, source, change or _change(before, source))
    return reader(source)


def _change(before: Manifest, source: Source) -> ChangedLines:
    return changed_lines(before.source.lines, source.lines)
