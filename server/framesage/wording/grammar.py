"""Lists, plurals, capital letters and lengths of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def limit_words(words: Sequence[str], most: int) -> list[str]:
    """Return at most ``most`` words; the last one counts those that do not fit: ``3 more``.

    A count never stands alone: there is always a word before it, also for a ``most`` of 1.
    """
    if len(words) <= most:
        return list(words)
    shown = max(most - 1, 1)
    return [*words[:shown], f"{len(words) - shown} more"]


def capitalize(text: str) -> str:
    """Return text with a capital first letter and everything else as it is."""
    return text[:1].upper() + text[1:]


def first_small(text: str) -> str:
    """Return text with a small first letter, unless it starts with an acronym (API, HTML)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def count_noun(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 file``, ``2 files``."""
    return f"{number} {noun}{'s' * (number != 1)}"


def shorten(text: str, longest: int, ellipsis: str = "...") -> str:
    """Return text of at most ``longest`` code points, the ellipsis included."""
    return text if len(text) <= longest else text[: longest - len(ellipsis)] + ellipsis
