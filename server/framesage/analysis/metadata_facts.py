"""Extract facts from a project's metadata: its classifiers, keywords and description."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.manifests.model import Metadata

_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")
_NEGATED = re.compile(
    r"\b(?:without|no|not(?! (?:only|just)\b)|never|neither)\s"
    r".*?(?=[,.;:()!?\u2013\u2014]|\s(?:but|for|that|which|with|using)\s|$)"
)
"""A "without" or "not", with the rest of its clause."""


def metadata_symbols(metadata: Metadata, classifier_prefixes: Iterable[str]) -> Iterator[str]:
    """Yield the symbols that one piece of metadata shows."""
    if metadata.key == "classifier":
        yield symbols.classifier(metadata.value)
        for prefix in classifier_prefixes:
            if metadata.value.startswith(prefix):
                yield symbols.classifier(f"{prefix}*")
    elif metadata.key == "keyword":
        yield symbols.keyword(metadata.value.strip().lower())
    elif metadata.key == "description":
        yield from map(symbols.word, description_words(metadata.value))


def description_words(description: str) -> Iterator[str]:
    """Yield the words of a description, and each pair of neighbors, in lower case.

    Words that the description negates are left out: "without comments" yields nothing.
    """
    for clause in _NEGATED.split(description.lower()):
        words = _WORD.findall(clause)
        yield from words
        yield from (f"{first} {second}" for first, second in itertools.pairwise(words))
