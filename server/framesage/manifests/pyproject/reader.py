"""Reading pyproject.toml and framesage.toml: all that can be seen, valid or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.comments import find_ignores
from framesage.manifests.model import Manifest
from framesage.manifests.pixi import pixi_requirements
from framesage.manifests.pyproject.mistakes import mistakes_in_file, mistakes_in_table
from framesage.manifests.pyproject.poetry import poetry_python, poetry_requirements
from framesage.manifests.pyproject.settings import written_settings
from framesage.manifests.pyproject.standard import (
    group_requirements,
    heads,
    project_metadata,
    project_requirements,
)
from framesage.manifests.pyproject.tools import tool_includes, tool_requirements
from framesage.toml import scan

if TYPE_CHECKING:
    from framesage.text import Source


def read_pyproject(source: Source) -> Manifest:
    """Return what a pyproject.toml says."""
    document = scan(source.text, source.lines)
    return Manifest(
        source,
        "pyproject",
        requirements=(
            *project_requirements(document),
            *poetry_requirements(document),
            *group_requirements(document),
            *tool_requirements(document),
            *pixi_requirements(document, "tool", "pixi"),
        ),
        includes=tuple(tool_includes(document)),
        metadata=(
            *project_metadata(document, "project"),
            *project_metadata(document, "tool", "poetry"),
            *poetry_python(document),
        ),
        heads=tuple(heads(document)),
        settings=tuple(written_settings(document, "tool", "framesage")),
        ignores=tuple(find_ignores(source.lines)),
        mistakes=tuple(mistakes_in_table(source)),
    )


def read_framesage_toml(source: Source) -> Manifest:
    """Return the settings of a framesage.toml, the same keys at top level."""
    document = scan(source.text, source.lines)
    settings = tuple(written_settings(document))
    return Manifest(
        source, "framesage", settings=settings, mistakes=tuple(mistakes_in_file(source))
    )
