"""Evidence: what a package, a classifier, a keyword or a word says of a trait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.model import EvidenceGroup
from framesage.rulebase.names import is_package, no_package
from framesage.rulebase.strict_table import is_fraction

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from framesage.rulebase.strict_table import Table

KINDS = {
    "packages": "package",
    "classifiers": "classifier",
    "keywords": "keyword",
    "words": "word",
    "layout": "layout",
}


def read_evidence(table: Table, traits: Collection[str], name: str) -> EvidenceGroup:
    """Return one ``[[evidence]]`` group; ``name`` becomes its id."""
    group = EvidenceGroup(
        id=name,
        trait=table.choice("trait", "trait", traits),
        why=table.text("why"),
        strengths=dict(_strengths(table)),
        against=table.flag("against"),
    )
    if not any(table.raw.get(key) for key in KINDS):
        table.fail("packages", f"evidence needs one of {', '.join(KINDS)}")
    return group


def _strengths(table: Table) -> Iterator[tuple[str, float]]:
    for key, kind in KINDS.items():
        values = table.table(key)
        for name, strength in values.raw.items():
            if kind == "package" and not is_package(name):
                values.fail(name, no_package(name))
            elif kind in ("keyword", "word") and name != name.lower():
                values.fail(name, f"write '{name}' in lower case")
            if is_fraction(strength):
                yield f"{kind}:{name}", float(strength)  # type: ignore[arg-type]
            else:
                values.fail(
                    name, f"the strength of '{name}' must lie between 0 and 1, both excluded"
                )


def read_neutral(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the packages of ``[neutral]``, or beginnings like ``pytest-*``, with the word why."""
    for name in table.raw:
        written = name.removesuffix("-*")
        if not is_package(written):
            table.fail(name, no_package(written))
        yield name, table.text(name)
