"""What a consultation says beside its questions: why it asks, why it stops, what contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.wording.grammar import join_words
from framesage.wording.reasons import reason_words
from framesage.wording.references import cited_claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.analysis.model import Analysis
    from framesage.inference import Reason
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import Rule, Trait
    from framesage.rulebase.rule_base import RuleBase

NOTHING_TO_ASK = "Nothing is left to ask"
SETTLED = "No other answer can change this"
STOPPED = "You stopped here; further answers could still change this"
NOT_HEARD = "The description says nothing that Framesage understands; it reads English only."


def why_asked(trait: Trait, rule_base: RuleBase) -> tuple[str, ...]:
    """Return what a trait counts for, a sentence for each rule that reads it, with its claim."""
    return tuple(_rule_sentence(rule, rule_base) for rule in _rules_reading(trait, rule_base))


def contradicted_by_reasons(trait: Trait, reasons: Sequence[Reason], analysis: Analysis) -> str:
    """Return what the evidence says against an answer; the answer counts."""
    found = join_words([reason_words(reason, analysis) for reason in reasons[:2]])
    return f"Your answer to '{trait.title}' overrides the evidence: {found}."


def presumed_against(presumption: str, reasons: Sequence[Reason], analysis: Analysis) -> str:
    """Return what the evidence says against what is presumed, which is a clause."""
    found = join_words([reason_words(reason, analysis) for reason in reasons[:2]])
    return f"Presumed here: {presumption}, although {found}."


def contradicting_answers(traits: Sequence[str], why: str, rule_base: RuleBase) -> str:
    """Return that the answers to two traits contradict each other, and why; both count."""
    titles = join_words([f"'{rule_base.traits[trait].title}'" for trait in traits])
    return f"Your answers to {titles} contradict each other: {why}."


def mentioned(named: Sequence[Framework], rule_base: RuleBase) -> Iterator[str]:
    """Yield what a description that names frameworks leaves to say: the choice may be made."""
    candidates = [framework.title for framework in named if not framework.other]
    others = [framework.title for framework in named if framework.other]
    if len(candidates) == 1:
        yield f"You mention {candidates[0]}: if that is decided, finish here and start with it."
    if others and not candidates:
        compared = join_words([framework.title for framework in rule_base.candidates])
        yield f"You mention {join_words(others)}: only {compared} are compared here."


def probably(answer: str, reasons: Sequence[Reason], analysis: Analysis) -> str:
    """Return which answer, "yes" or "no", the evidence makes probable, and why."""
    return f"Probably {answer}: {reason_words(reasons[0], analysis)}."


def tip(framework: str, clauses: Sequence[str]) -> str:
    """Return what would tip the verdict towards a framework: ``Flask, if it stays small.``"""
    return f"{framework}, if {join_words(clauses)}."


def _rule_sentence(rule: Rule, rule_base: RuleBase) -> str:
    title = rule_base.frameworks[rule.favors].title
    claims = (cited_claim(reference, rule_base.claims) for reference in rule.references)
    cited = next((f"guidance {claim.id}, " for claim in claims if claim), "")
    return f"If {rule.title}, that counts for {title}. {rule.why} ({cited}rule {rule.id})"


def _rules_reading(trait: Trait, rule_base: RuleBase) -> Iterator[Rule]:
    """Yield the guidance that reads a trait, or else what is derived from it."""
    direct = symbols.trait(trait.id)
    affected = set(rule_base.program.affected_by([direct]))
    rules = rule_base.guidance.values()
    reading = [rule for rule in rules if direct in rule.condition.propositions()]
    yield from reading or (
        rule for rule in rules if not affected.isdisjoint(rule.condition.propositions())
    )
