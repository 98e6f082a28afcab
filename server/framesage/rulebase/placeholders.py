"""The placeholders of messages: a name in braces, and nothing else.

Rule files come from strangers, so a message is no format string of Python: a width could take
all memory, and an attribute could lead anywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.rulebase.limits import MOST_PLACEHOLDERS
from framesage.rulebase.names import unknown

if TYPE_CHECKING:
    from collections.abc import Callable

PLACEHOLDERS = (
    "packages", "package", "batteries", "count", "total",
    "framework", "verdict", "certainty", "reasons", "versions", "until", "supported",
    "parts", "frameworks", "choice", "change", "changed", "upgrades",
    "limited",
    "other",
    "require", "since",
)  # fmt: skip

_PART = re.compile(r"\{\{|\}\}|\{(?P<inside>[^{}]*)\}|[{}]")


def fill(message: str, value_of: Callable[[str], str]) -> str:
    """Return a message with values instead of its placeholders; a doubled brace becomes one.

    A value is inserted as it is: a brace in it is no placeholder.
    """

    def part(found: re.Match[str]) -> str:
        return found.group()[0] if found["inside"] is None else value_of(found["inside"])

    return _PART.sub(part, message)


def placeholder_errors(message: str) -> list[str]:
    """Return what is wrong with the placeholders of a message: one brace, or several names."""
    parts = [part for part in _PART.finditer(message) if part.group() not in ("{{", "}}")]
    if len(parts) > MOST_PLACEHOLDERS:
        return [f"has more than {MOST_PLACEHOLDERS} placeholders; shorten it"]
    for part in parts:
        if part["inside"] is None:
            brace = part.group()
            return [f"invalid placeholder in the message: for a single {brace} write {brace * 2}"]
    return list(dict.fromkeys(filter(None, (_error(part["inside"]) for part in parts))))


def _error(inside: str) -> str:
    name = re.split("[!:]", inside, maxsplit=1)[0]
    if name not in PLACEHOLDERS:
        return unknown("placeholder", name, PLACEHOLDERS)
    if name != inside:
        return f"write {{{name}}} without a format: it is always shown as it is"
    return ""
