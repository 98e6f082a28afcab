"""Twelve kinds of damage to a pyproject.toml from editing and merging."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.manifests import read
from framesage.text import Source

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

Lines = list[str]

_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_HEADER = re.compile(r"^\s*\[[^\[\]\"',]*\]\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*(?:[A-Za-z0-9_.-]+|\"[^\"]*\"|'[^']*')\s*=(?!=)")
_OPENS = re.compile(r"^\s*[A-Za-z0-9_.\"'-]+\s*=\s*\[")


def _drop(pattern: str) -> Callable[[Lines, int], Lines | None]:
    """Return the damage that removes the group ``it`` of a pattern from a line."""
    compiled = re.compile(pattern)

    def damage(lines: Lines, at: int) -> Lines | None:
        match = compiled.search(lines[at])
        if match is None:
            return None
        line = lines[at][: match.start("it")] + lines[at][match.end("it") :]
        return [*lines[:at], line, *lines[at + 1 :]]

    return damage


def _type(new: str) -> Callable[[Lines, int], Lines | None]:
    """Return the damage that inserts an incomplete line."""
    return lambda lines, at: [*lines[:at], new, *lines[at:]]


def _drop_header(lines: Lines, at: int) -> Lines | None:
    above = [number for number in range(at + 1) if _HEADER.match(lines[number])]
    return [*lines[: above[-1]], *lines[above[-1] + 1 :]] if above else None


def _drop_opening(lines: Lines, at: int) -> Lines | None:
    above = [number for number in range(at + 1) if _OPENS.match(lines[number])]
    if not above:
        return None
    line = lines[above[-1]]
    return [*lines[: above[-1]], line.replace("[", "", 1), *lines[above[-1] + 1 :]]


def _drop_closing(lines: Lines, at: int) -> Lines | None:
    for number in range(at, len(lines)):
        bare = _STRING.sub(lambda match: " " * len(match.group()), lines[number]).rstrip(" ,")
        if bare.endswith("]") and not _HEADER.match(lines[number]):
            cut = bare.rindex("]")
            return [
                *lines[:number],
                lines[number][:cut] + lines[number][cut + 1 :],
                *lines[number + 1 :],
            ]
    return None


def _type_header(lines: Lines, at: int) -> Lines | None:
    below = [number for number in range(at, len(lines)) if _HEADER.match(lines[number])]
    location = below[0] if below else len(lines)
    return [*lines[:location], "[tool.fra", *lines[location:]]


def _type_key(lines: Lines, at: int) -> Lines | None:
    above = [number for number in range(at + 1) if _KEY.match(lines[number])]
    return [*lines[: above[-1]], "descr", *lines[above[-1] :]] if above else None


def _merge(lines: Lines, at: int) -> Lines | None:
    ours = [*lines[:at], "<<<<<<< HEAD", lines[at], "======="]
    return [*ours, lines[at], ">>>>>>> other", *lines[at + 1 :]]


def _double_key(lines: Lines, at: int) -> Lines | None:
    above = [number for number in range(at + 1) if _KEY.match(lines[number])]
    if not above:
        return None
    key = lines[above[-1]].partition("=")[0]
    return [*lines[: above[-1]], f'{key}= "again"', *lines[above[-1] :]]


KINDS: dict[str, Callable[[Lines, int], Lines | None]] = {
    "closing quote removed": _drop(r"\"[^\"]*(?P<it>\")"),
    "opening quote removed": _drop(r"(?P<it>[\"'])"),
    "comma removed": _drop(r"[\"'\]}](?P<it>,)"),
    "opening bracket removed": _drop_opening,
    "closing bracket removed": _drop_closing,
    "header removed": _drop_header,
    "equals sign removed": _drop(r"^\s*[A-Za-z0-9_.\"'-]+\s*(?P<it>=)"),
    "half a string typed": _type('    "fla'),
    "half a key typed": _type_key,
    "half a header typed": _type_header,
    "merge markers": _merge,
    "duplicate key": _double_key,
}


def requirement_lines(text: str) -> Sequence[int]:
    """Return the lines with requirements of an undamaged pyproject.toml."""
    manifest = read(Source(Path("pyproject.toml"), text))
    assert manifest is not None
    return sorted({requirement.range.start.line for requirement in manifest.requirements})


def damaged(text: str, kind: str, chance: random.Random) -> str | None:
    """Damage a text near a requirement; return None if the kind of damage is impossible."""
    lines = text.split("\n")
    locations = list(requirement_lines(text))
    chance.shuffle(locations)
    results = (KINDS[kind](lines, at) for at in locations)
    found = next((result for result in results if result is not None), None)
    return None if found is None else "\n".join(found)
