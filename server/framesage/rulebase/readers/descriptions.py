"""Read kinds of projects and the grammar of descriptions."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, cast

from framesage.language.words import words
from framesage.rulebase import symbols
from framesage.rulebase.description_model import Complement, Grammar, Modifiers, ProjectKind
from framesage.rulebase.model import EvidenceGroup
from framesage.rulebase.readers.evidence import named_strengths
from framesage.rulebase.vocabulary import GATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from framesage.rulebase.strict_table import Table
    from framesage.rulebase.vocabulary import Vocabulary


def read_kind(table: Table, names: Vocabulary) -> ProjectKind:
    """Read a ``[[kind]]``."""
    found = ProjectKind(
        id=table.text("id"),
        heads=_phrases(table, "heads"),
        modifiers=cast("Modifiers", table.text("modifiers")),
        complement=cast("Complement", table.text("complement")),
        is_=_strengths(table, "is", names),
        is_not=_strengths(table, "is-not", names),
        has=_strengths(table, "has", names),
        needs=_strengths(table, "needs", names),
    )
    if not (found.is_ or found.is_not or found.has or found.needs or found.complement):
        table.fail("is", "a kind needs a table 'is', 'is-not', 'has' or 'needs'")
    return found


def read_grammar(table: Table) -> Mapping[str, tuple[str, ...]]:
    """Read the ``[grammar]`` table: lists of words."""
    return {field.name: _phrases(table, field.name) for field in fields(Grammar)}


def kind_evidence(kinds: Iterable[ProjectKind], names: Vocabulary) -> Iterator[EvidenceGroup]:
    """Yield the evidence of all kinds: a group for each trait, and one against it."""
    kinds = list(kinds)
    for trait in names.traits.values():
        title = trait.words(True)
        suggests = dict(_support(kinds, trait.id))
        if suggests:
            yield EvidenceGroup(f"kinds:{trait.id}", trait.id, f"suggests {title}", suggests)
        excludes = {symbols.kind(kind.id): kind.is_not.get(trait.id, 0.0) for kind in kinds}
        excludes = {symbol: strength for symbol, strength in excludes.items() if strength}
        if excludes:
            why = f"is evidence against {title}"
            yield EvidenceGroup(f"other-kinds:{trait.id}", trait.id, why, excludes, against=True)


def denials(group: EvidenceGroup, title: str, least: float) -> EvidenceGroup | None:
    """Return the evidence of the negated phrases of a group: "no login"; None without any.

    Phrases with a strength below ``least`` are hints, and their denial says nothing. Others count
    twice, to outweigh what the kind of the project implies: "portal without login". What a web
    application lacks does not make it less of one.
    """
    parsed = {symbols.parse(symbol): strength for symbol, strength in group.strengths.items()}
    strengths = {
        symbols.lacks(symbol.name): 1 - (1 - strength) ** 2
        for symbol, strength in parsed.items()
        if symbol.kind is symbols.Kind.PHRASE and strength >= least
    }
    if group.against or group.trait == GATE or not strengths:
        return None
    why = f"is evidence against {title}"
    return EvidenceGroup(f"{group.id}:denied", group.trait, why, strengths, against=True)


def _support(kinds: Iterable[ProjectKind], trait: str) -> Iterator[tuple[str, float]]:
    """Yield the symbols that suggest a trait, with their strengths."""
    for kind in kinds:
        whole = {**kind.is_, **kind.has, **kind.needs}
        part = {**kind.has, **kind.needs, GATE: kind.is_.get(GATE, 0.0)}
        for symbol, traits in (
            (symbols.kind, whole),
            (symbols.part, part),
            (symbols.about, kind.needs),
        ):
            if traits.get(trait):
                yield symbol(kind.id), traits[trait]


def _phrases(table: Table, key: str) -> tuple[str, ...]:
    found = table.texts(key)
    for position, phrase in enumerate(found):
        location = table.location.at(key, position)
        if not words(phrase):
            table.errors.add(location, "a phrase must have letters")
    return found


def _strengths(table: Table, key: str, names: Vocabulary) -> Mapping[str, float]:
    """Return the strengths by trait."""
    found = named_strengths(table.table(key), names.scale.strengths)
    return {trait: strength for trait, strength, _ in found}
