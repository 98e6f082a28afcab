"""Texts that stand in place of the reason of an ignore."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.rulebase.strict_table import Table

_WORD = re.compile(r"[^\W_]+")
_FEWEST_CHARACTERS = 2
"""The fewest different letters of a reason; "x" and "---" are none."""


@frozen
class PlaceholderReasons:
    """The texts, as words in lower case, and the ``tags`` that can be before them."""

    texts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def matches(self, reason: str) -> bool:
        """Return whether a text explains nothing. Numbers do: they are those of issues."""
        text = " ".join(_WORD.findall(self._without_tag(reason.casefold())))
        if any(character.isdigit() for character in text):
            return False
        return text in self.texts or len({*text} - {" "}) < _FEWEST_CHARACTERS

    def _without_tag(self, reason: str) -> str:
        """Return the text after a tag and the name in parentheses that it may have."""
        first = _WORD.search(reason)
        if first is None or first.group() not in self.tags:
            return reason
        return re.sub(r"^\s*\([^)]*\)", "", reason[first.end() :])


def read_placeholders(table: Table) -> PlaceholderReasons:
    """Read one table ``[placeholder-reasons]``."""
    texts, tags = table.texts("texts"), table.texts("tags")
    return PlaceholderReasons(texts, tags)
