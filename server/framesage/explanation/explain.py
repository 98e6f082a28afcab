"""How, why and why not: read off the justifications that inference kept."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.analysis.framework import disabled_rules
from framesage.analysis.model import Location
from framesage.analysis.provenance import supporting_leaves
from framesage.analysis.traits import certainty_of
from framesage.analysis.verdict import is_applicable
from framesage.frozen import frozen
from framesage.inference import Believed, belief_of
from framesage.rulebase import symbols
from framesage.rulebase.model import VerdictKind
from framesage.severity import Severity
from framesage.wording.conditions import ConditionWriter
from framesage.wording.reasons import reason_locations, reason_words, reasons_by_side
from framesage.wording.statement import Sign, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.inference import Conclusion, Reason
    from framesage.rulebase.model import Scale

_OFF = "it is off; a level in [tool.framesage.rules] switches it on"
_STRENGTHS = {"high": "strong", "medium": "fair", "low": "weak", "": "slight"}


def strength_word(weight: float, scale: Scale) -> str:
    """Return how much a weight of evidence is, in a word."""
    return _STRENGTHS[certainty_of(belief_of(weight), scale)]


def explain_trait(assessment: Assessment, trait: str) -> Step:
    """Return how a trait came to be believed or not; raise KeyError for an unknown one."""
    return _Teller(assessment).trait(trait)


def explain_verdict(assessment: Assessment) -> tuple[Step, ...]:
    """Return what speaks for what is favored, then what speaks against it, strongest first.

    Where nothing is favored, what speaks for the one framework, then what for the other; nothing
    where no verdict is asked for.
    """
    teller = _Teller(assessment, deep=False)
    if not is_applicable(assessment):
        return ()
    if assessment.verdict.kind is VerdictKind.FAVORS:
        because = [teller.reason(one, Sign.FOR) for one in assessment.verdict.because]
        despite = [teller.reason(one, Sign.AGAINST) for one in assessment.verdict.despite]
        return (*because, *despite)
    return tuple(
        Step(name, parts=tuple(teller.reason(one, Sign.NOTE) for one in reasons))
        for name, reasons in reasons_by_side(assessment)
    )


def explain_rule(assessment: Assessment, rule: str) -> Step:
    """Return why a rule speaks here, or what keeps it silent; raise KeyError for an unknown one."""
    if rule in BUILTIN_RULES:
        return _explain_built_in(assessment, rule)
    found = {one.id: one for one in assessment.rule_base.all_rules()}[rule]
    evaluation = found.condition.evaluate(assessment.memory)
    silenced = tuple(_silencers(assessment, rule))
    sign = Sign.HOLDS if evaluation.holds and not silenced else Sign.FAILS
    conditions = ConditionWriter(assessment).steps(evaluation)
    return Step(rule, sign, parts=(*silenced, *conditions))


def _explain_built_in(assessment: Assessment, rule: str) -> Step:
    """Return where a rule speaks that is in no file, and what it is about."""
    ours = BUILTIN_RULES[rule]
    found = [one for one in assessment.findings if one.rule == rule]
    told = [Step(one.message, Sign.NOTE, locations=(one.location,)) for one in found]
    if not found and assessment.project.settings.severities.get(rule) is Severity.OFF:
        told.append(Step(_OFF, Sign.FAILS))
    sign = Sign.HOLDS if found else Sign.FAILS
    return Step(rule, sign, parts=(*told, Step(f"{ours.why} {ours.remedy}", Sign.NOTE)))


@frozen
class _Teller:
    """Tells reasons; what stands behind a trait is told once."""

    assessment: Assessment
    deep: bool = True
    told: set[str] = field(default_factory=set)

    def trait(self, trait: str) -> Step:
        """Return a trait, its certainty and its reasons."""
        conclusion = self.assessment.memory.conclusion(symbols.trait(trait))
        title = self.assessment.rule_base.traits[trait].title
        words = f"{title} [{trait}]: {belief_words(conclusion, self.assessment)}"
        if trait in self.told:
            return Step(f"{words}, as told")
        self.told.add(trait)
        parts = [self.reason(one, Sign.FOR) for one in conclusion.supporting]
        parts += [self.reason(one, Sign.AGAINST) for one in conclusion.opposing]
        return Step(words, parts=tuple(parts))

    def reason(self, reason: Reason, sign: Sign) -> Step:
        """Return a reason, how much it weighs, and what it rests on."""
        base = self.assessment.rule_base
        parts = tuple(self._premises(reason)) if self.deep else ()
        locations = () if parts else tuple(reason_locations(reason, self.assessment))
        strength = strength_word(reason.weight, base.scale)
        return Step(reason_words(reason, base), sign, strength, locations, parts)

    def _premises(self, reason: Reason) -> Iterator[Step]:
        """Yield the traits that a rule drew its conclusion from."""
        for leaf in supporting_leaves(reason.evaluation) if reason.evaluation else ():
            if isinstance(leaf.condition, Believed):
                trait = symbols.trait_of(leaf.condition.proposition)
                if trait:
                    yield self.trait(trait)


def belief_words(conclusion: Conclusion, assessment: Assessment) -> str:
    """Return how far something is believed, in words."""
    if conclusion.declared is not None:
        return "declared true" if conclusion.declared else "declared not true"
    scale = assessment.rule_base.scale
    level = certainty_of(conclusion.belief, scale)
    if level:
        return f"{level} certainty"
    if certainty_of(conclusion.disbelief, scale):
        return "seems not true"
    if certainty_of(conclusion.support, scale):
        return "the evidence contradicts itself"
    return "not believed, for lack of evidence"


def _silencers(assessment: Assessment, rule: str) -> Iterator[Step]:
    """Yield what keeps a rule silent whatever its condition says."""
    settings = assessment.project.settings
    if rule in assessment.rule_base.guidance and rule in disabled_rules(settings):
        yield Step("the settings switch it off", Sign.FAILS)
    if rule not in assessment.rule_base.advice:
        return
    if not assessment.web:
        yield Step("this is no web application, as far as can be seen", Sign.FAILS)
    usual = Severity.named(assessment.rule_base.advice[rule].severity)
    if settings.severities.get(rule, usual) is Severity.OFF:
        yield Step(_OFF, Sign.FAILS)
    if any(one.rule == rule for one in assessment.findings):
        return  # what ignores it has ended, or speaks of other locations
    if rule in settings.ignore:
        yield Step(f"the settings ignore it: {settings.ignore[rule]}", Sign.FAILS)
    comments = tuple(_ignoring(assessment, rule))
    if comments:
        yield Step("a comment ignores it", Sign.FAILS, locations=comments)


def _ignoring(assessment: Assessment, rule: str) -> Iterator[Location]:
    for manifest in assessment.project.manifests:
        for ignore in manifest.ignores:
            if rule in ignore.rules:
                yield Location(manifest, ignore.range)
