"""Reduce numbers to their order of magnitude, so that data need not list every number."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"([0-9]{1,15}|[0-9]{1,3}(?:[.,][0-9]{3}){1,4})([km]?)")
_SUFFIXES = {"": "", "k": "000", "m": "000000"}


def magnitude(word: str) -> str:
    """Return the power of ten that a number reaches: 100000 for "250,000" and "300k".

    Other words are returned as they are.
    """
    found = _NUMBER.fullmatch(word)
    if not found:
        return word
    digits = re.sub("[.,]", "", found.group(1)).lstrip("0")
    zeros = "0" * (len(digits) - 1) + _SUFFIXES[found.group(2)]
    return f"1{zeros}" if digits else "0"
