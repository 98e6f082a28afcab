"""Read pyproject.toml and framesage.toml, even if they are not valid TOML.

A pyproject.toml with a long list of requirements is read as an outline (see ``incremental``).
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import NamedTuple

from framesage.frozen import frozen
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.manifest import Manifest
from framesage.manifests.pixi import pixi_metadata, pixi_requirements
from framesage.manifests.pyproject.incremental import expand, find_runs, flag_items, outline_of
from framesage.manifests.pyproject.poetry import poetry_python, poetry_requirements
from framesage.manifests.pyproject.settings import described, written_settings
from framesage.manifests.pyproject.standard import (
    find_anchors,
    group_requirements,
    project_metadata,
    project_requirements,
    readme_file,
)
from framesage.manifests.pyproject.syntax_errors import (
    syntax_errors_in_file,
    syntax_errors_in_table,
)
from framesage.manifests.pyproject.tools import tool_includes, tool_requirements
from framesage.manifests.pyproject.workspace import package_sources, workspace_of
from framesage.manifests.suppression_comments import find_ignores
from framesage.text import Source, changed_lines
from framesage.toml import scan


class Outline(NamedTuple):
    """The flags of a file's lines, its outline, and the manifest read from the outline."""

    flags: bytes
    lines: list[str]
    manifest: PyprojectFile


@frozen(slots=False)
class PyprojectFile(Manifest):
    """A pyproject.toml; ``outline`` is None without long lists of requirements."""

    outline: Outline | None = field(default=None, compare=False, repr=False)


def read_pyproject(source: Source) -> PyprojectFile:
    """Read a pyproject.toml."""
    return _read(source, flag_items(source.lines), None)


def reread_pyproject(before: PyprojectFile, source: Source) -> PyprojectFile:
    """Read the same file again after an edit."""
    if before.outline is None:
        return read_pyproject(source)
    first, old, new = changed_lines(before.source.lines, source.lines)
    flags = before.outline.flags
    fresh = flag_items(source.lines[first:new])
    return _read(source, flags[:first] + fresh + flags[old:], before.outline)


def _read(source: Source, flags: bytes, before: Outline | None) -> PyprojectFile:
    runs = find_runs(flags)
    if not runs:
        return read_at_once(source)
    lines = outline_of(source.lines, runs)
    if before and before.lines == lines:
        manifest = before.manifest
    else:
        manifest = read_at_once(Source(source.path, "\n".join(lines)))
    requirements = expand(manifest.requirements, source.lines, runs)
    if requirements is None:
        return read_at_once(source)
    outline = Outline(flags, lines, manifest)
    return replace(manifest, source=source, requirements=requirements, outline=outline)


def read_at_once(source: Source) -> PyprojectFile:
    """Read a pyproject.toml without an outline."""
    document = scan(source.text, source.lines)
    return PyprojectFile(
        source,
        "pyproject",
        requirements=LazyRequirements(
            (
                *project_requirements(document),
                *poetry_requirements(document),
                *group_requirements(document),
                *tool_requirements(document),
                *pixi_requirements(document, "tool", "pixi"),
            )
        ),
        includes=tuple(tool_includes(document)),
        metadata=(
            *project_metadata(document, "project"),
            *project_metadata(document, "tool", "poetry"),
            *pixi_metadata(document, "tool", "pixi"),
            *poetry_python(document),
            *described(document, "tool", "framesage"),
        ),
        anchors=tuple(find_anchors(document)),
        settings=tuple(written_settings(document, "tool", "framesage")),
        ignores=tuple(find_ignores(source.lines)) if "framesage" in source.text else (),
        syntax_errors=tuple(syntax_errors_in_table(source)),
        readme=readme_file(document),
        sources=package_sources(document),
        workspace=workspace_of(document),
    )


def read_framesage_toml(source: Source) -> Manifest:
    """Read a framesage.toml, with the settings at the top level."""
    document = scan(source.text, source.lines)
    return Manifest(
        source,
        "framesage",
        metadata=tuple(described(document)),
        settings=tuple(written_settings(document)),
        ignores=tuple(find_ignores(source.lines)),
        syntax_errors=tuple(syntax_errors_in_file(source)),
    )
