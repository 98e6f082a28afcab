"""The words of a description that say what a project is, without those that say what it is not."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")
_DENIED = re.compile(
    r"\b(?:without|no|not(?! (?:only|just)\b)|never|neither)\s"
    r".*?(?=[,.;:()!?\u2013\u2014]|\s(?:but|for|that|which|with|using)\s|$)"
)
"""What a "without" or a "not" denies: as far as the clause reaches."""


def words_said(description: str) -> Iterator[str]:
    """Yield the words, in lower case, and each two that stand side by side."""
    for clause in _DENIED.split(description.lower()):
        words = _WORD.findall(clause)
        yield from words
        yield from (f"{one} {two}" for one, two in itertools.pairwise(words))
