"""Read evidence and neutral packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.rulebase.model import EvidenceGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.strict_table import Table
    from framesage.rulebase.vocabulary import Vocabulary

KINDS: dict[str, Callable[[str], str]] = {
    "packages": symbols.package,
    "classifiers": symbols.classifier,
    "keywords": symbols.keyword,
    "phrases": symbols.phrase,
    "attributes": symbols.attribute,
    "layout": symbols.layout,
    "names": symbols.named,
}


def read_evidence(table: Table, names: Vocabulary) -> EvidenceGroup:
    """Read an ``[[evidence]]`` group."""
    return EvidenceGroup(
        id=table.text("id"),
        trait=table.text("trait"),
        why=table.text("why"),
        strengths=read_strengths(table, names.scale.strengths),
        against=table.flag("against"),
    )


def read_strengths(table: Table, words: Mapping[str, float]) -> dict[str, float]:
    """Return the strength of each symbol in the tables of a group's facts."""
    strengths: dict[str, float] = {}
    for key, symbol in KINDS.items():
        values = table.table(key)
        for name, strength, location in named_strengths(values, words):
            if symbol(name) in strengths:
                values.errors.add(location, f"'{name}' is listed twice in this evidence")
            strengths[symbol(name)] = strength
    return strengths


def named_strengths(
    table: Table, words: Mapping[str, float]
) -> Iterator[tuple[str, float, SourceLocation]]:
    """Yield each name with its strength: from ``word = [names]``, or from ``name = number``."""
    for key, value in table.raw.items():
        location = table.location.at(key)
        if isinstance(value, list) and key in words:
            for position, name in enumerate(table.texts(key)):
                yield name, words[key], location.at(position)
        elif not isinstance(value, list):
            yield key, table.number(key), location


def read_neutral(table: Table) -> tuple[str, ...]:
    """Return the packages of a ``[[neutral]]`` table, or prefixes such as ``pytest-*``."""
    return table.texts("packages")
