"""Read evidence and neutral packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.rulebase.model import EvidenceGroup
from framesage.rulebase.names import is_package, not_a_package, unknown
from framesage.rulebase.strict_table import is_fraction

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
    group = EvidenceGroup(
        id=table.identifier(),
        trait=table.choice("trait", "trait", names.traits),
        why=table.text("why"),
        strengths=read_strengths(table, names.scale.strengths),
        against=table.flag("against"),
    )
    if not any(table.raw.get(key) for key in KINDS):
        table.fail("packages", f"evidence needs one of {', '.join(KINDS)}")
    return group


def read_strengths(table: Table, words: Mapping[str, float]) -> dict[str, float]:
    """Return the strength of each symbol in the tables of a group's facts."""
    strengths: dict[str, float] = {}
    for key, symbol in KINDS.items():
        values = table.table(key)
        for name, strength, location in named_strengths(values, words):
            _check_name(key, name, location, values)
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
        elif isinstance(value, list):
            table.fail(key, unknown("strength", key, words))
        elif is_fraction(value):
            yield key, float(value), location  # type: ignore[arg-type]
        else:
            table.fail(key, f"the strength of '{key}' must be between 0 and 1, both excluded")


def _check_name(key: str, name: str, location: SourceLocation, table: Table) -> None:
    if key == "packages" and not is_package(name):
        table.errors.add(location, not_a_package(name))
    elif key in ("keywords", "phrases", "attributes", "names"):
        check_lowercase(name, location, table)


def check_lowercase(text: str, location: SourceLocation, table: Table) -> None:
    """Report a text that is not in lower case."""
    if text != text.lower():
        table.errors.add(location, f"write '{text}' in lowercase")


def read_neutral(table: Table) -> tuple[str, ...]:
    """Return the packages of a ``[[neutral]]`` table, or prefixes such as ``pytest-*``."""
    names = table.texts("packages", required=True)
    for position, name in enumerate(names):
        written = name.removesuffix("-*")
        if not is_package(written):
            table.errors.add(table.location.at("packages", position), not_a_package(written))
    return names
