"""Check pairs of rules: redundant and opposite conclusions."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.checks.entailment import flat, implies
from framesage.rulebase.checks.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.inference import Condition
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.rule_base import RuleBase


@frozen
class _Conclusion:
    """The conclusion of a derivation or of a rule of guidance."""

    id: str
    about: str
    side: str
    strength: float
    condition: Condition
    location: SourceLocation


def check_redundancy(rule_base: RuleBase) -> Iterator[Issue]:
    """Find rules that a stronger one always accompanies, and opposite conclusions."""
    for rule, other in _pairs(list(_conclusions(rule_base))):
        if implies(rule.condition, other.condition):
            yield from _check_pair(rule, other)


def _pairs(conclusions: Sequence[_Conclusion]) -> Iterator[tuple[_Conclusion, _Conclusion]]:
    """Yield the pairs about the same in which the first condition may imply the second.

    Each part of the second shares an atom with the first then, also the part with the rarest atoms.
    """
    uses = Counter(atom for conclusion in conclusions for atom in _atoms(conclusion.condition))
    by_atom: dict[tuple[str, str], list[_Conclusion]] = defaultdict(list)
    for conclusion in conclusions:
        parts = filter(None, map(_atoms, flat(conclusion.condition)))
        rarest = min(parts, key=lambda atoms: sum(uses[atom] for atom in atoms), default=set())
        for atom in rarest or {""}:
            by_atom[conclusion.about, atom].append(conclusion)
    for conclusion in conclusions:
        found = (by_atom.get((conclusion.about, atom), ()) for atom in _atoms(conclusion.condition))
        others = dict.fromkeys(chain(*found, by_atom.get((conclusion.about, ""), ())))
        yield from ((conclusion, other) for other in others if other is not conclusion)


def _atoms(condition: Condition) -> set[str]:
    """Return the symbols and propositions in a condition."""
    return {*condition.symbols(), *condition.propositions()}


def _check_pair(rule: _Conclusion, other: _Conclusion) -> Iterator[Issue]:
    equal = implies(other.condition, rule.condition)
    if equal and rule.id < other.id:
        return  # reported for the other order
    if rule.side != other.side and equal:
        message = f"'{rule.id}' and '{other.id}' have opposite conclusions for the same condition"
        yield Issue("opposite", rule.location, message, other.location)
    elif rule.side == other.side and rule.strength <= other.strength:
        message = f"'{rule.id}' adds little: '{other.id}' always applies, too, and is as strong"
        yield Issue("subsumed", rule.location, message, other.location)


def _conclusions(rule_base: RuleBase) -> Iterator[_Conclusion]:
    for derivation in rule_base.derivations:
        side = "against" if derivation.against else "for"
        yield _Conclusion(
            derivation.id,
            derivation.trait,
            side,
            derivation.strength,
            derivation.condition,
            derivation.location,
        )
    for rule in rule_base.guidance.values():
        yield _Conclusion(
            rule.id, "favors", rule.favors, rule.strength, rule.condition, rule.location
        )
