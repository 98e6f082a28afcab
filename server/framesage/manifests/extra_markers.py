"""Recognize markers that make a requirement optional: ``; extra == "admin"``.

They are an older way to write ``[project.optional-dependencies]``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_extra
from framesage.manifests.model import Group, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[()]|\"[^\"]*\"|'[^']*'|[A-Za-z_][\w.]*|[^\s()\"'A-Za-z_]+")
_NAMES = re.compile(
    r"\bextra\s*===?\s*[\"']([^\"']*)[\"']|[\"']([^\"']*)[\"']\s*===?\s*extra\b", re.I
)
_MOST_PARENTHESES = 50


def group_with_extra(marker: str, group: Group) -> Group:
    """Return the group of a requirement: that of the extra if its marker demands one.

    A requirement for several extras is for development only if all of them are.
    """
    if "extra" not in marker or group.purpose is not Purpose.RUNTIME or not demands_extra(marker):
        return group
    groups = [classify_extra(first or second) for first, second in _NAMES.findall(marker)]
    optional = (group for group in groups if group.purpose is Purpose.OPTIONAL)
    return next(optional, groups[0] if groups else Group(Purpose.OPTIONAL))


def demands_extra(marker: str) -> bool:
    """Return whether a marker is false without an extra, whatever the environment is."""
    if marker.count("(") > _MOST_PARENTHESES:
        return False
    return _every_side_demands(iter([*_TOKEN.findall(marker), ")"]))


def _every_side_demands(tokens: Iterator[str]) -> bool:
    """Read up to the closing parenthesis: each side of an ``or`` has to demand an extra."""
    sides = [False]
    comparison: list[str] = []
    for token in tokens:
        if token in ("and", "or", ")"):
            sides[-1] |= "extra" in comparison and not {"!=", "not"} & {*comparison}
            comparison = []
        if token == "or":
            sides.append(False)
        elif token == "(":
            sides[-1] |= _every_side_demands(tokens)
        elif token == ")":
            break
        else:
            comparison.append(token)
    return all(sides)
