"""The known name that is meant by one that is not known: a slip of the keys, or words left out.

No name is better than a wrong one: fixes write it into files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SHORTEST = 3
"""Shorter words are neither taken for the begin of another, nor for a slip."""

_MOST = 3
"""With more slips than these, two names are two names, however long."""


def closest_match(name: str, known: Iterable[str]) -> str:
    """Return the one known name that is near enough; "" where none is, or several are as near.

    One that has all the words typed comes first, then one that is a few slips of the keys away.
    """
    names = sorted(known)
    return _only_least(names, lambda one: _words_left_out(name, one)) or _only_least(
        names, lambda one: _slips(name, one)
    )


def _only_least(names: list[str], distance: Callable[[str], int | None]) -> str:
    found = sorted((far, one) for one in names if (far := distance(one)) is not None)
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return ""
    return found[0][1]


def _words_left_out(name: str, known: str) -> int | None:
    """Return how many words are left out, if no more than are there, and in the same order."""
    typed, rest = name.split("-"), iter(words := known.split("-"))
    left_out = len(words) - len(typed)
    in_order = all(any(_begins(one, word) for word in rest) for one in typed)
    return left_out if in_order and left_out <= len(typed) else None


def _begins(typed: str, word: str) -> bool:
    return typed == word or (len(typed) >= _SHORTEST and word.startswith(typed))


def _slips(name: str, known: str) -> int | None:
    """Return the slips between two names, if few: one in three letters of the words that differ."""
    one, other = _differing(name.split("-"), known.split("-"))
    if len(one) < _SHORTEST or abs(len(one) - len(other)) > _MOST:
        return None
    slips = _distance(one, other)
    return slips if slips <= min(len(one) // 3, _MOST) else None


def _differing(one: list[str], other: list[str]) -> tuple[str, str]:
    """Return two names without the words that both begin with, and both end with."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return "-".join(one), "-".join(other)


def _distance(one: str, other: str) -> int:
    """Return how many letters are left out, added, wrong, or changed round with the next."""
    before, last = [0] * len(other), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            least = min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and (a, b) == (other[j - 2], one[i - 2]):
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]
