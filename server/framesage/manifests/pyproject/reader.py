"""Read pyproject.toml and framesage.toml, even if they are not valid TOML."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.manifest import Manifest
from framesage.manifests.numbered import Numbered
from framesage.manifests.pixi import pixi_metadata, pixi_requirements
from framesage.manifests.pyproject.poetry import poetry_python, poetry_requirements
from framesage.manifests.pyproject.requirement_lists import (
    group_lists,
    is_requirement_list,
    project_lists,
    tool_lists,
)
from framesage.manifests.pyproject.sections import (
    Known,
    Section,
    joined,
    known_from,
    one_by_one,
    sections_of,
)
from framesage.manifests.pyproject.settings import described, written_settings
from framesage.manifests.pyproject.standard import find_anchors, project_metadata, readme_file
from framesage.manifests.pyproject.syntax_errors import (
    error_of_settings,
    syntax_errors_in_file,
    syntax_errors_in_table,
)
from framesage.manifests.pyproject.tools import tool_includes
from framesage.manifests.pyproject.workspace import package_sources, workspace_of
from framesage.manifests.suppression_comments import find_ignores, find_mentions, mentions_on
from framesage.toml import scan
from framesage.toml.runs import OTHER, STRING, find_runs, kinds_of

if TYPE_CHECKING:
    from framesage.text import ChangedLines, Source
    from framesage.toml.strict import TomlError


@frozen(slots=False)
class PyprojectFile(Manifest):
    """A pyproject.toml, with what speeds up reading it again after an edit: the kinds of its lines,
    its requirements in sections, the lines that mention Framesage, and what is wrong with the
    settings alone."""

    kinds: bytes = field(default=b"", compare=False, repr=False)
    sections: tuple[Section, ...] = field(default=(), compare=False, repr=False)
    mentions: Numbered[str] = field(default=Numbered(), compare=False, repr=False)
    error: TomlError | None = field(default=None, compare=False, repr=False)


def read_pyproject(source: Source) -> PyprojectFile:
    """Read a pyproject.toml."""
    return _read(source, kinds_of(source.lines), find_mentions(source), None)


def reread_pyproject(before: PyprojectFile, source: Source, change: ChangedLines) -> PyprojectFile:
    """Read the same file again after an edit."""
    fresh = kinds_of(source.lines[change.first : change.after])
    kinds = before.kinds[: change.first] + fresh + before.kinds[change.before :]
    mentioned = mentions_on(source.lines, change.first, change.after)
    mentions = before.mentions.edited(change, mentioned)
    around = _section_around(before, change, kinds)
    if around is None:
        return _read(source, kinds, mentions, before)
    sections = tuple(
        section.edited(change, source.lines) if section is around else section
        for section in before.sections
    )
    return replace(
        before,
        source=source,
        requirements=joined(sections, before.requirements),
        ignores=tuple(find_ignores(source.lines, mentions)),
        kinds=kinds,
        sections=sections,
        mentions=mentions,
    )


def _section_around(before: PyprojectFile, change: ChangedLines, kinds: bytes) -> Section | None:
    """Return the run in which alone a file has changed, or None.

    It has as many lines as before, and nothing is wrong with the settings.
    """
    fresh = kinds[change.first : change.after]
    if change.shift or not fresh or OTHER in fresh or before.error:
        return None
    for section in before.sections:
        run = section.run
        if run and run.first <= change.first and change.before <= run.end:
            return section if STRING in kinds[run.first : run.end] else None
    return None


def read_at_once(source: Source) -> PyprojectFile:
    """Read a pyproject.toml without runs of lines."""
    return _read(source, b"", find_mentions(source), None)


def _read(
    source: Source, kinds: bytes, mentions: Numbered[str], before: PyprojectFile | None
) -> PyprojectFile:
    lines = source.lines
    known = known_from(before.sections, before.source.lines) if before else Known()
    document = scan(source.text, lines, find_runs(kinds), is_requirement_list)
    sections = (
        *sections_of(project_lists(document), lines, known),
        one_by_one(poetry_requirements(document), known),
        *sections_of(group_lists(document), lines, known),
        *sections_of(tool_lists(document), lines, known),
        one_by_one(pixi_requirements(document, "tool", "pixi"), known),
    )
    error = error_of_settings(lines) if mentions.items else None
    return PyprojectFile(
        source,
        "pyproject",
        requirements=joined(sections, before.requirements if before else None),
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
        ignores=tuple(find_ignores(lines, mentions)),
        syntax_errors=tuple(syntax_errors_in_table(error, lines)) if error else (),
        readme=readme_file(document),
        sources=package_sources(document),
        workspace=workspace_of(document),
        kinds=kinds,
        sections=sections,
        mentions=mentions,
        error=error,
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
