"""What a consultation says beside its questions: why it asks, why it stops, what contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.wording.grammar import join_words
from framesage.wording.reasons import reason_words
from framesage.wording.references import cited_claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.inference import Reason
    from framesage.rulebase.model import Exclusion, Rule, Trait
    from framesage.rulebase.rule_base import RuleBase

NOTHING_TO_ASK = "Nothing is left to ask"
SETTLED = "No other answer can change this"
STOPPED = "You stopped here; further answers could still change this"


def why_asked(trait: Trait, rule_base: RuleBase) -> str:
    """Return what a trait counts for, with the rules and their claims; "" if it does not count."""
    return " ".join(_rule_sentence(rule, rule_base) for rule in _rules_reading(trait, rule_base))


def contradicted_by_reasons(trait: Trait, reasons: Sequence[Reason], rule_base: RuleBase) -> str:
    """Return what the evidence says against an answer; the answer counts."""
    found = join_words([reason_words(reason, rule_base) for reason in reasons[:2]])
    return f"Your answer to '{trait.title}' overrides the evidence: {found}."


def presumed_against(presumption: str, reasons: Sequence[Reason], rule_base: RuleBase) -> str:
    """Return what the evidence says against what is presumed, which is a clause."""
    found = join_words([reason_words(reason, rule_base) for reason in reasons[:2]])
    return f"Presumed here: {presumption}, although {found}."


def contradicted_by_answer(exclusion: Exclusion, rule_base: RuleBase) -> str:
    """Return that two answers exclude each other; both count."""
    titles = join_words([f"'{rule_base.traits[trait].title}'" for trait in exclusion.traits])
    return f"Check your answers to {titles}: {exclusion.why}."


def _rule_sentence(rule: Rule, rule_base: RuleBase) -> str:
    title = rule_base.frameworks[rule.favors].title
    claims = (cited_claim(reference, rule_base.claims) for reference in rule.references)
    cited = next((f", guidance {claim.id}" for claim in claims if claim), "")
    return f"If {rule.title}, that counts for {title}: {rule.why} (Rule {rule.id}{cited}.)"


def _rules_reading(trait: Trait, rule_base: RuleBase) -> Iterator[Rule]:
    """Yield the guidance that reads a trait, or else what is derived from it."""
    direct = symbols.trait(trait.id)
    affected = set(rule_base.program.affected_by([direct]))
    rules = rule_base.guidance.values()
    reading = [rule for rule in rules if direct in rule.condition.propositions()]
    yield from reading or (
        rule for rule in rules if not affected.isdisjoint(rule.condition.propositions())
    )
