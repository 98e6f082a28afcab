"""Read claims, traits and the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from framesage.rulebase.model import CERTAINTIES, Claim, Exclusion, Question, Scale, Trait
from framesage.rulebase.tables.types import STRENGTHS
from framesage.rulebase.tables.vocabulary import RELIABILITIES

if TYPE_CHECKING:
    from collections.abc import Collection

    from framesage.rulebase.strict_table import Table

_Key = TypeVar("_Key", bound=str)

_QUESTION = ("question", "help", "yes", "no")


def read_claim(table: Table) -> Claim:
    """Read a ``[[claim]]``."""
    return Claim(table.text("id"), table.text("text"))


def read_trait(table: Table) -> Trait:
    """Read a ``[[trait]]``."""
    return Trait(
        id=table.text("id"),
        title=table.text("title"),
        description=table.text("description"),
        references=table.texts("references"),
        outside=table.text("outside"),
        denial=table.text("denial"),
        question=_read_question(table),
    )


def _read_question(table: Table) -> Question | None:
    """Read the question about a trait: all four keys, or none."""
    if not any(key in table.raw for key in _QUESTION):
        return None
    text, help_, yes, no = (table.text(key) for key in _QUESTION)
    question = Question(text, help_, yes, no, table.number("frequency"))
    if "question" in table.raw and not question.text.endswith("?"):
        table.fail("question", "'question' must end with a question mark")
    return question


def read_exclusion(table: Table) -> Exclusion:
    """Read an ``[[exclusion]]`` of two traits."""
    named = table.texts("traits")
    if len(set(named)) != 2:
        table.fail("traits", "'traits' must name two traits")
        named = ("", "")
    first, second = named
    return Exclusion((first, second), table.text("why"))


def read_scale(table: Table) -> Scale:
    """Read the ``[scale]`` table: reliabilities, thresholds and strengths."""
    strengths = _fractions(table.table("strengths"), STRENGTHS)
    scale = Scale(
        strengths=strengths,
        reliabilities=_fractions(table.table("reliabilities"), RELIABILITIES),
        thresholds=_fractions(table.table("thresholds"), CERTAINTIES),
        framework_strength=table.strength("framework-strength", strengths),
        rival_strength=table.strength("rival-strength", strengths),
        majority=table.number("majority"),
    )
    thresholds = list(scale.thresholds.values())
    if thresholds != sorted(thresholds):
        table.fail("thresholds", "the thresholds must rise from low to high")
    if list(strengths.values()) != sorted(strengths.values(), reverse=True):
        table.fail("strengths", "the strengths must fall from conclusive to slight")
    return scale


def _fractions(table: Table, keys: Collection[_Key]) -> dict[_Key, float]:
    return {key: table.number(key) for key in keys}
