"""Extract facts from the names of a project, its folder and the folders around it.

A name tells what a project is for by a word in it (``flask-tutorial``), or by the one that it ends
in but for generic words (``course-app``). A mere ``example`` or ``demo`` is a placeholder; a folder
of ``examples`` is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.analysis.location import Location
from framesage.analysis.sightings import Sighting
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST = 100
_LONGEST_TITLE = 6


def name_facts(project: Project, rule_base: RuleBase) -> Iterator[Sighting]:
    """Yield the facts that names show; names of folders only if the layout is evidence."""
    for manifest, metadata in project.metadata():
        is_title = metadata.key == "title" and len(metadata.value.split()) <= _LONGEST_TITLE
        if metadata.key == "name" or is_title:
            location = Location(manifest, metadata.range, metadata)
            for symbol in _symbols(metadata.value, rule_base):
                yield Sighting(symbol, location=location)
    if project.settings.layout:
        for name in _folders(project):
            yield from map(Sighting, _symbols(name, rule_base))


def _folders(project: Project) -> Iterator[str]:
    """Yield the names of the folders from the project's own to the boundary, or its script's."""
    if project.script:
        yield project.script.stem
    yield project.root.name
    boundary = project.boundary
    if boundary and project.root.is_relative_to(boundary) and project.root != boundary:
        count = len(project.root.parts) - len(boundary.parts)
        yield from (folder.name for folder in tuple(project.root.parents)[:count])


def _symbols(name: str, rule_base: RuleBase) -> Iterator[str]:
    words = [word.lower() for word in _WORD.findall(name[:_LONGEST])]
    if len(words) == 1 and not words[0].endswith("s"):
        return
    yield from map(symbols.named, words)
    generic = rule_base.grammar.get("generic", ())
    if ending := next((word for word in reversed(words) if word not in generic), ""):
        yield symbols.named(f"-{ending}")
