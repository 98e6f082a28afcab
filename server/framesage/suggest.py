"""Suggest the known name that a misspelled or shortened name stands for, or list all of them.

A wrong suggestion is worse than none, because fixes write it into files.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MIN_LENGTH = 3
"""Shorter words match neither as a prefix nor with typing errors."""

_MAX_LENGTH = 100
"""Longer words are not compared for typing errors."""

_MAX_NAMES = 2_000
"""Among more names nothing is suggested: comparing them all takes too long."""

_MAX_ERRORS = 3
"""The maximum number of typing errors, even in long names."""


def closest_match(name: str, known: Iterable[str]) -> str:
    """Return the known name that is closest to a name, or "" if none or several are.

    Names that contain all words of ``name`` take precedence over names with typing errors.
    """
    names = tuple(sorted(known))
    return "" if len(names) > _MAX_NAMES else _closest_match(name, names)


@lru_cache(maxsize=256)  # each project below settings with a misspelled name asks for it
def _closest_match(name: str, names: tuple[str, ...]) -> str:
    return _unique_minimum(names, lambda candidate: _missing_words(name, candidate)) or (
        _unique_minimum(names, lambda candidate: _typing_errors(name, candidate))
    )


def _unique_minimum(names: tuple[str, ...], distance: Callable[[str], int | None]) -> str:
    found = sorted((value, name) for name in names if (value := distance(name)) is not None)
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return ""
    return found[0][1]


def _missing_words(name: str, known: str) -> int | None:
    """Return the number of words that a shortened name omits.

    None if it omits more words than it has, or if its words have another order.
    """
    typed, rest = name.split("-"), iter(words := known.split("-"))
    missing = len(words) - len(typed)
    in_order = all(any(_matches(part, word) for word in rest) for part in typed)
    return missing if in_order and missing <= len(typed) else None


def _matches(typed: str, word: str) -> bool:
    return typed == word or (len(typed) >= _MIN_LENGTH and word.startswith(typed))


def _typing_errors(name: str, known: str) -> int | None:
    """Return the number of typing errors, or None if there is more than one in three letters.

    Only the words that differ count.
    """
    typed, meant = _differing_words(name.split("-"), known.split("-"))
    if not _MIN_LENGTH <= len(typed) <= _MAX_LENGTH or abs(len(typed) - len(meant)) > _MAX_ERRORS:
        return None
    most = min(len(typed) // 3, _MAX_ERRORS)
    if len({*typed}.difference(meant)) > most:  # each needs an error, and this is fast to know
        return None
    errors = _distance(typed, meant, most)
    return errors if errors <= most else None


def _differing_words(first: list[str], second: list[str]) -> tuple[str, str]:
    """Return two names without the words that both start with, and both end with."""
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    return "-".join(first), "-".join(second)


def _distance(first: str, second: str, most: int) -> int:
    """Return the Damerau-Levenshtein distance (optimal string alignment), or any number above
    ``most`` if it is larger."""
    before, last = [0] * len(second), list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        row = [i]
        for j, b in enumerate(second, 1):
            least = min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and (a, b) == (second[j - 2], first[i - 2]):
                least = min(least, before[j - 2] + 1)
            row.append(least)
        if min(row) > most and min(last) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def series(names: Iterable[str], last: str = "and") -> str:
    """Return ``'a', 'b' and 'c'``."""
    *first, end = [f"'{name}'" for name in names] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end
