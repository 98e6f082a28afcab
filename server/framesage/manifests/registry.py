"""Which files are dependency files, and who reads them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from framesage.manifests.model import Manifest
from framesage.manifests.requirements import (
    RequirementsFile,
    read_requirements,
    reread_requirements,
)
from framesage.text import Source

if TYPE_CHECKING:
    from pathlib import PurePath

Reader = Callable[[Source], Manifest]


def _environment(source: Source) -> Manifest:
    from framesage.manifests.environment import read_environment

    return read_environment(source)


def _pipfile(source: Source) -> Manifest:
    from framesage.manifests.pipfile import read_pipfile

    return read_pipfile(source)


def _pixi(source: Source) -> Manifest:
    from framesage.manifests.pixi import read_pixi

    return read_pixi(source)


def _pyproject(source: Source) -> Manifest:
    from framesage.manifests.pyproject import read_pyproject

    return read_pyproject(source)


def _framesage_toml(source: Source) -> Manifest:
    from framesage.manifests.pyproject import read_framesage_toml

    return read_framesage_toml(source)


def _setup_cfg(source: Source) -> Manifest:
    from framesage.manifests.setupcfg import read_setup_cfg

    return read_setup_cfg(source)


def _setup_py(source: Source) -> Manifest:
    from framesage.manifests.setuppy import read_setup_py

    return read_setup_py(source)


# No project has all of these formats: each is imported when a file asks for it.
_BY_NAME: dict[str, Reader] = {
    "pyproject.toml": _pyproject,
    "framesage.toml": _framesage_toml,
    "Pipfile": _pipfile,
    "setup.cfg": _setup_cfg,
    "setup.py": _setup_py,
    "pixi.toml": _pixi,
}
_REQUIREMENTS_NAME = re.compile(
    r"(?:.*[-_.])?(?:requirements?|constraints?)(?:[-_.].*)?\.(?:txt|in)|requires\.txt", re.I
)
_ENVIRONMENT_NAME = re.compile(r"(?:.*[-_.])?environment(?:[-_.].*)?\.ya?ml", re.I)
_REQUIREMENTS_FOLDER = re.compile(r"(?:requirements?|reqs?|deps)(?:[-_.].*)?", re.I)


def reader_for(path: PurePath) -> Reader | None:
    """Return who reads a file of this name, or None where its name is no dependency file's.

    A file that another one includes is read by ``read_requirements`` whatever its name.
    """
    by_name = _BY_NAME.get(path.name)
    if by_name:
        return by_name
    if _ENVIRONMENT_NAME.fullmatch(path.name):
        return _environment
    if path.suffix.lower() not in (".txt", ".in"):
        return None
    if _REQUIREMENTS_NAME.fullmatch(path.name):
        return read_requirements
    return read_requirements if _REQUIREMENTS_FOLDER.fullmatch(path.parent.name) else None


def read(source: Source) -> Manifest | None:
    """Return what a file says, or None where its name is no dependency file's."""
    reader = reader_for(source.path)
    return reader(source) if reader else None


def reread(before: Manifest, source: Source) -> Manifest:
    """Return what a file says after an edit; the same as reading it, but sooner."""
    if isinstance(before, RequirementsFile):
        return reread_requirements(before, source)
    reader = reader_for(source.path)
    return reader(source) if reader else read_requirements(source)
