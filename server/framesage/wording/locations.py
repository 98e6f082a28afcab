"""Locations in prose: by file and line, and as short lists."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from framesage.analysis.framework_parts import part_name
from framesage.manifests.model import Origin
from framesage.wording.grammar import join_words, limit_words, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from framesage.analysis.location import Location
    from framesage.analysis.model import Part
    from framesage.project.model import Project

MOST_LOCATIONS = 4
_LONGEST = 40  # code points of the text at a location


def location_name(project: Project, location: Location) -> str:
    """Return a location as compilers name it, with the line from 1: ``requirements.txt:3``."""
    return f"{project.relative(location.path)}:{location.range.start.line + 1}"


def location_list(
    locations: Iterable[Location], project: Project, escape: Callable[[str], str] = str
) -> str:
    """Return the first few locations, each with its text: ``flask (a.txt:1), 3 more``.

    Texts and file names pass through ``escape``.
    """
    distinct = without_copies(locations)
    names = [
        f"{escape(shorten(location.text, _LONGEST))} ({escape(location_name(project, location))})"
        for location in distinct[:MOST_LOCATIONS]
    ]
    more = len(distinct) - len(names)
    return ", ".join([*names, f"{more} more"] if more else names)


def without_copies(locations: Iterable[Location]) -> list[Location]:
    """Drop locations in compiled files that repeat a requirement from another location."""
    locations = list(locations)
    direct = {_name(location) for location in locations if not _is_copy(location)}
    return [
        location for location in locations if not (_is_copy(location) and _name(location) in direct)
    ]


def _name(location: Location) -> str:
    return str(getattr(location.subject, "name", location.text))


def _is_copy(location: Location) -> bool:
    return getattr(location.subject, "origin", None) is Origin.VIA


def parts_words(parts: Sequence[Part], project: Project, most: int = sys.maxsize) -> str:
    """Return which part uses which framework: ``Django in web.txt and Flask in tools.txt``.

    At most ``most`` parts are named for each framework.
    """
    names: dict[str, dict[str, None]] = {}
    for part in parts:
        names.setdefault(part.framework.title, {})[part_name(part, project)] = None
    titles: dict[tuple[str, ...], list[str]] = {}
    for title, where in names.items():
        titles.setdefault(tuple(where), []).append(title)
    return join_words(
        [
            f"{join_words(of)} in {join_words(limit_words(where, most))}"
            for where, of in titles.items()
        ]
    )
