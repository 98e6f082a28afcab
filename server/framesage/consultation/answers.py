"""Read answers that a program gives, by the id of the trait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.consultation.model import Answer
from framesage.suggest import closest_match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.rulebase.rule_base import RuleBase


def read_answers(given: Mapping[str, object], rule_base: RuleBase) -> dict[str, Answer]:
    """Return answers by the id of the trait.

    Raises ValueError for an unknown trait or answer, with the nearest one that is known.
    """
    known = [answer.value for answer in Answer]
    return {
        one_of(trait, rule_base.traits, "trait"): Answer(one_of(answer, known, "answer"))
        for trait, answer in given.items()
    }


def one_of(name: object, known: Iterable[str], noun: str) -> str:
    """Return a name if it is known; raise ValueError if it is not."""
    names = list(known)
    if isinstance(name, str) and name in names:
        return name
    nearest = closest_match(str(name), names)
    remedy = f"did you mean '{nearest}'?" if nearest else f"known are {', '.join(names)}"
    raise ValueError(f"unknown {noun} '{name}'; {remedy}")
