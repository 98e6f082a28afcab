"""Find what conditions ask of a project's metadata: its name, and the Pythons that it supports."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from framesage.analysis.location import Location
from framesage.analysis.sightings import Sighting
from framesage.analysis.versions import admits_some
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase


def queried_metadata(project: Project, rule_base: RuleBase) -> Iterator[Sighting]:
    """Yield a fact for each condition on the metadata that they meet.

    A project without a name in its metadata has that of its folder, which has no location.
    """
    patterns = rule_base.condition_symbols.project_patterns
    pythons = rule_base.condition_symbols.python_versions
    if not patterns and not pythons:
        return
    found = [
        (item.value.strip(), item.key, Location(manifest, item.range, item))
        for manifest, item in project.metadata()
        if item.key in ("name", "requires-python")
    ]
    names: list[tuple[str, Location | None]]
    names = [(value, place) for value, key, place in found if key == "name"]
    for name, location in names or [(project.root.name, None)]:
        for pattern in patterns:
            if fnmatchcase(name.lower(), pattern):
                yield Sighting(symbols.project(pattern), 1.0, location)
    for value, key, place in found:
        for wanted in pythons if key == "requires-python" and value else ():
            if admits_some(value, wanted):
                yield Sighting(symbols.python(wanted), 1.0, place)
