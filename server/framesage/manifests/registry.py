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
from framesage.text import Source

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
_REQUIREMENTS_NAME = re.compile(
    r"(?:.*[-_.])?(?:requirements?|constraints?)(?:[-_.].*)?\.(?:txt|in)|requires\.txt", re.I
)
_ENVIRONMENT_NAME = re.compile(r"(?:.*[-_.])?environment(?:[-_.].*)?\.ya?ml", re.I)
_REQUIREMENTS_FOLDER = re.compile(r"(?:requirements?|reqs?|deps)(?:[-_.].*)?", re.I)


def reader_by_name(path: PurePath) -> Reader | None:
    """Return the reader for a file name, or None if it is not that of a dependency file.

    Included files are read as requirements files, whatever their names are.
    """
    by_name = _BY_NAME.get(path.name)
    if by_name:
        return by_name
    if _ENVIRONMENT_NAME.fullmatch(path.name):
        return _ENVIRONMENT
    if path.suffix.lower() not in (".txt", ".in"):
        return None
    if _REQUIREMENTS_NAME.fullmatch(path.name):
        return read_requirements
    return read_requirements if _REQUIREMENTS_FOLDER.fullmatch(path.parent.name) else None


def read(source: Source) -> Manifest | None:
    """Read a file; return None if its name is not that of a dependency file."""
    reader = reader_by_name(source.path)
    return reader(source) if reader else None


def reader_or_default(path: PurePath) -> Reader:
    """Return the reader for a file that was included, opened or named.

    By default, files are requirements files; other Python files are read for inline metadata.
    """
    return reader_by_name(path) or (_SCRIPT if is_python(path) else read_requirements)


def is_python(path: PurePath) -> bool:
    """Return whether a file is a Python script, which may have inline metadata (PEP 723)."""
    return path.suffix == ".py" and path.name not in _BY_NAME


def reread(before: Manifest, source: Source) -> Manifest:
    """Read a file again after an edit; the same as reading it, but faster."""
    if isinstance(before, RequirementsFile):
        return reread_requirements(before, source)
    if before.format == "pyproject":
        from framesage.manifests.pyproject import PyprojectFile, reread_pyproject

        if isinstance(before, PyprojectFile):
            return reread_pyproject(before, source)
    return reader_or_default(source.path)(source)
