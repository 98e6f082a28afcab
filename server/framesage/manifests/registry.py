"""Which files are dependency files, and who reads them."""

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


def _later(room: str, name: str) -> Reader:
    """Return a reader that is imported when a file asks for it: no project has all formats."""

    def read(source: Source) -> Manifest:
        reader: Reader = getattr(import_module(f"framesage.manifests.{room}"), name)
        return reader(source)

    return read


_BY_NAME: dict[str, Reader] = {
    "pyproject.toml": _later("pyproject", "read_pyproject"),
    "framesage.toml": _later("pyproject", "read_framesage_toml"),
    "Pipfile": _later("pipfile", "read_pipfile"),
    "setup.cfg": _later("setupcfg", "read_setup_cfg"),
    "setup.py": _later("setuppy", "read_setup_py"),
    "pixi.toml": _later("pixi", "read_pixi"),
}
_ENVIRONMENT = _later("conda.environment", "read_environment")
_SCRIPT = _later("script_metadata", "read_script")
_REQUIREMENTS_NAME = re.compile(
    r"(?:.*[-_.])?(?:requirements?|constraints?)(?:[-_.].*)?\.(?:txt|in)|requires\.txt", re.I
)
_ENVIRONMENT_NAME = re.compile(r"(?:.*[-_.])?environment(?:[-_.].*)?\.ya?ml", re.I)
_REQUIREMENTS_FOLDER = re.compile(r"(?:requirements?|reqs?|deps)(?:[-_.].*)?", re.I)


def reader_by_name(path: PurePath) -> Reader | None:
    """Return who reads a file of this name, or None where its name is no dependency file's.

    A file that another one includes is read by ``read_requirements`` whatever its name.
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
    """Return what a file says, or None where its name is no dependency file's."""
    reader = reader_by_name(source.path)
    return reader(source) if reader else None


def reader_or_default(path: PurePath) -> Reader:
    """Return who reads a file that is known to be one, whatever its name: somebody included it, or
    opened it. Python is read for its inline metadata."""
    return reader_by_name(path) or (_SCRIPT if is_python(path) else read_requirements)


def is_python(path: PurePath) -> bool:
    """Tell whether a file is Python that may carry metadata of its own (PEP 723)."""
    return path.suffix == ".py" and path.name not in _BY_NAME


def reread(before: Manifest, source: Source) -> Manifest:
    """Return what a file says after an edit; the same as reading it, but sooner."""
    if isinstance(before, RequirementsFile):
        return reread_requirements(before, source)
    if before.format == "pyproject":
        from framesage.manifests.pyproject import PyprojectFile, reread_pyproject

        if isinstance(before, PyprojectFile):
            return reread_pyproject(before, source)
    return reader_or_default(source.path)(source)
