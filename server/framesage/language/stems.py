"""Reduce English words to a common form, so that data contain base forms only.

``stem`` removes inflection (``bookings``, ``booked``, ``booking``), unifies British and American
spelling, and rounds numbers down to a power of ten. It is not a dictionary: the result (``manag``)
is only for comparison. ``key`` does the same for phrases and ignores spaces and hyphens:
``log in``, ``log-in``, ``logged in`` and ``logins`` have the same key.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.language.numbers import magnitude

if TYPE_CHECKING:
    from collections.abc import Sequence

_IRREGULAR = {
    "apis": "api",
    "aplication": "application",
    "bought": "buy",
    "built": "build",
    "calender": "calendar",
    "children": "child",
    "lent": "lend",
    "libary": "library",
    "managment": "management",
    "mangement": "management",
    "men": "man",
    "mgmt": "management",
    "paid": "pay",
    "people": "person",
    "resturant": "restaurant",
    "sent": "send",
    "sold": "sell",
    "sytem": "system",
    "wbsite": "website",
    "webiste": "website",
    "wesbite": "website",
    "women": "woman",
    "written": "write",
}
"""Irregular forms, and the commonest typing errors in what a project is."""
_UNCHANGED = frozenset(("news", "this", "his", "as", "is", "was", "has", "its", "us", "gas"))
_NOUNS = frozenset(
    (
        *("accounting", "banking", "billing", "booking", "building", "clothing", "cooking"),
        *("dating", "drawing", "gaming", "hosting", "housing", "listing", "marketing", "meeting"),
        *("painting", "parking", "posting", "rating", "reading", "recording", "setting"),
        *("shipping", "streaming", "trading", "training", "wedding"),
    )
)
"""Nouns that mean something else than the verb that they come from: accounting, account."""
_SPELLINGS = (
    ("is", re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    ("our", re.compile(r"(?<=[a-z]{2})our(?=s?$)"), "or"),
    ("logue", re.compile(r"(?<=[a-z]{3})logue(?=s?$)"), "log"),
    ("tre", re.compile(r"(?<=[a-z]{3})tre(?=s?$)"), "ter"),
    ("jewel", re.compile(r"jewell?e?ry"), "jewelry"),
)
"""British spellings: letters that a word must contain, what is replaced, and by what."""
_ENDING = re.compile(r"^(.*[aeiouy].*)(?:ed|ing)$")
_SHORT = re.compile(r"[^aeiouy]+[aeiouy][^aeiouwxy]")
"""A syllable that lost its final e: ``rat`` in ``rated``."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the common form of a word in lower case."""
    word = magnitude(word) if word[:1].isdecimal() else _IRREGULAR.get(word, word)
    if len(word) < 4 and not word.endswith("s"):
        return word
    for letters, pattern, spelling in _SPELLINGS:
        if letters in word:
            word = pattern.sub(spelling, word)
    word = _without_ending(_singular(word))
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def is_plural(word: str) -> bool:
    """Return whether a word in lower case looks like a plural."""
    return _singular(word) != word or word in ("apis", "children", "men", "people", "women")


def is_participle(word: str) -> bool:
    """Return whether a word in lower case looks like a participle: "stored"."""
    return word.endswith("ed") and not stem(word).endswith("ed")


def key(words: Sequence[str]) -> str:
    """Return the common form of a phrase, without spaces."""
    return stem("".join([*map(stem, words[:-1]), *words[-1:]]))


def _singular(word: str) -> str:
    if word in _UNCHANGED or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("zzes"):
        return word[:-3]
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 2 else word


def _without_ending(word: str) -> str:
    if not word.endswith(("ed", "ing")):
        return word
    found = _ENDING.match(word)
    if not found or word in _NOUNS or word.endswith("eed"):
        return word
    base = found.group(1)
    if len(base) > 2 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    if len(base) > 5 and base.endswith("ll"):  # labelled, cancelled
        return base[:-1]
    return f"{base}e" if _SHORT.fullmatch(base) else base
