"""Reading pyproject.toml and framesage.toml: all that can be seen, valid or not.

A pyproject.toml with a long list of requirements is read as its gist and its runs (see ``runs``).
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import NamedTuple

from framesage.frozen import frozen
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.manifest import Manifest
from framesage.manifests.pixi import pixi_requirements
from framesage.manifests.pyproject.incremental import filled, gist_of, marks_of, runs_in
from framesage.manifests.pyproject.poetry import poetry_python, poetry_requirements
from framesage.manifests.pyproject.settings import written_settings
from framesage.manifests.pyproject.standard import (
    anchors,
    group_requirements,
    project_metadata,
    project_requirements,
)
from framesage.manifests.pyproject.syntax_errors import (
    syntax_errors_in_file,
    syntax_errors_in_table,
)
from framesage.manifests.pyproject.tools import tool_includes, tool_requirements
from framesage.manifests.suppression_comments import find_ignores
from framesage.text import Source, changed_lines
from framesage.toml import scan


class Parts(NamedTuple):
    """What a pyproject.toml was read from, to read it again quickly; see ``runs``."""

    marks: bytes
    gist: list[str]
    meaning: PyprojectFile


@frozen(slots=False)
class PyprojectFile(Manifest):
    """What a pyproject.toml says; ``parts`` is None where it has no long list."""

    parts: Parts | None = field(default=None, compare=False, repr=False)


def read_pyproject(source: Source) -> PyprojectFile:
    """Return what a pyproject.toml says."""
    return _read(source, marks_of(source.lines), None)


def reread_pyproject(before: PyprojectFile, source: Source) -> PyprojectFile:
    """Return what the same file says after an edit."""
    if before.parts is None:
        return read_pyproject(source)
    first, old, new = changed_lines(before.source.lines, source.lines)
    marks = before.parts.marks
    fresh = marks_of(source.lines[first:new])
    return _read(source, marks[:first] + fresh + marks[old:], before.parts)


def _read(source: Source, marks: bytes, before: Parts | None) -> PyprojectFile:
    runs = runs_in(marks)
    if not runs:
        return read_at_once(source)
    gist = gist_of(source.lines, runs)
    if before and before.gist == gist:
        meaning = before.meaning
    else:
        meaning = read_at_once(Source(source.path, "\n".join(gist)))
    requirements = filled(meaning.requirements, source.lines, runs)
    if requirements is None:
        return read_at_once(source)
    parts = Parts(marks, gist, meaning)
    return replace(meaning, source=source, requirements=requirements, parts=parts)


def read_at_once(source: Source) -> PyprojectFile:
    """Return what a pyproject.toml says, its lists read like everything else."""
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
            *poetry_python(document),
        ),
        anchors=tuple(anchors(document)),
        settings=tuple(written_settings(document, "tool", "framesage")),
        ignores=tuple(find_ignores(source.lines)) if "framesage" in source.text else (),
        syntax_errors=tuple(syntax_errors_in_table(source)),
    )


def read_framesage_toml(source: Source) -> Manifest:
    """Return the settings of a framesage.toml, the same keys at top level."""
    document = scan(source.text, source.lines)
    settings = tuple(written_settings(document))
    return Manifest(
        source, "framesage", settings=settings, syntax_errors=tuple(syntax_errors_in_file(source))
    )
