"""How, why and why not: explanations from the justifications that inference kept."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.advice.findings import concerns_outside
from framesage.analysis.framework import disabled_rules
from framesage.analysis.location import Location
from framesage.analysis.verdict import is_applicable
from framesage.frozen import frozen
from framesage.rulebase import symbols
from framesage.severity import Severity
from framesage.wording.conditions import ConditionWriter
from framesage.wording.reasons import (
    belief_words,
    reason_locations,
    reason_words,
    reasons_by_side,
    share,
    strength_word,
    traits_behind,
)
from framesage.wording.statement import Statement, StatementKind
from framesage.wording.symbols import UNREAD_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Assessment
    from framesage.inference import Reason

_OFF = "it is off; set its severity in [tool.framesage.rules] to enable it"


def explain_verdict(assessment: Assessment) -> tuple[Statement, ...]:
    """Return the reasons for each framework, those for the favored one first, strongest first.

    Each reason contributes a share of the weight of all reasons. Empty where the project gets no
    verdict.
    """
    return tuple(
        Statement(heading, parts=tuple(_reason(reason, assessment) for reason in reasons))
        for heading, reasons in reasons_by_side(assessment)
    )


def _reason(reason: Reason, assessment: Assessment) -> Statement:
    base = assessment.rule_base
    rule = base.guidance.get(reason.source)
    return Statement(
        reason_words(reason, assessment),
        contribution=share([reason], assessment.verdict),
        locations=tuple(reason_locations(reason, assessment)),
        references=rule.references if rule else (),
    )


def explain_trait(assessment: Assessment, trait: str) -> Statement:
    """Return the evidence for and against a trait; raise KeyError for an unknown one."""
    return _TraitExplainer(assessment).trait(trait)


@frozen
class _TraitExplainer:
    """Explains traits, and each trait behind them once."""

    assessment: Assessment
    explained: set[str] = field(default_factory=set)

    def trait(self, trait: str) -> Statement:
        """Return a trait, its certainty and the evidence."""
        conclusion = self.assessment.memory.conclusion(symbols.trait(trait))
        base = self.assessment.rule_base
        text = f"{base.traits[trait].title} [{trait}]: {belief_words(conclusion, base.scale)}"
        if trait in self.explained:
            return Statement(f"{text} (see above)")
        self.explained.add(trait)
        supporting = [self._reason(reason, StatementKind.FOR) for reason in conclusion.supporting]
        opposing = [self._reason(reason, StatementKind.AGAINST) for reason in conclusion.opposing]
        return Statement(text, parts=(*supporting, *opposing))

    def _reason(self, reason: Reason, kind: StatementKind) -> Statement:
        base = self.assessment.rule_base
        parts = tuple(self.trait(trait) for trait in traits_behind(reason))
        locations = () if parts else tuple(reason_locations(reason, self.assessment))
        strength = strength_word(reason.weight, base.scale)
        return Statement(reason_words(reason, self.assessment), kind, strength, locations, parts)


def explain_rule(assessment: Assessment, rule: str) -> Statement:
    """Return why a rule applies, or why not; raise KeyError for an unknown one."""
    if rule in BUILTIN_RULES:
        return _explain_built_in(assessment, rule)
    condition = {known.id: known for known in assessment.rule_base.all_rules()}[rule].condition
    evaluation = condition.evaluate(assessment.memory)
    silencers = tuple(_silencers(assessment, rule))
    applies = evaluation.holds and not silencers
    kind = StatementKind.HOLDS if applies else StatementKind.FAILS
    conditions = ConditionWriter(assessment.rule_base, assessment).statements(evaluation)
    return Statement(rule, kind, parts=(*silencers, *_read_once(conditions)))


def _read_once(conditions: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the conditions of a rule, and once, last, that everything was read.

    Each of them that something is missing depends on that.
    """
    found: list[Statement] = []
    kept = [_without_reading(condition, found) for condition in conditions]
    yield from filter(None, kept)
    yield from found[:1]


def _without_reading(statement: Statement, found: list[Statement]) -> Statement | None:
    """Return a statement without those that everything was read, which are ``found``."""
    if statement.text in UNREAD_WORDS:
        found.append(statement)
        return None
    parts = (_without_reading(part, found) for part in statement.parts)
    return replace(statement, parts=tuple(filter(None, parts)))


def _explain_built_in(assessment: Assessment, rule: str) -> Statement:
    built_in = BUILTIN_RULES[rule]
    findings = [finding for finding in assessment.findings if finding.rule == rule]
    parts = [Statement(finding.message, locations=(finding.location,)) for finding in findings]
    if not findings and assessment.project.settings.severities.get(rule) is Severity.OFF:
        parts.append(Statement(_OFF, StatementKind.FAILS))
    kind = StatementKind.HOLDS if findings else StatementKind.FAILS
    return Statement(rule, kind, parts=(*parts, Statement(f"{built_in.why} {built_in.remedy}")))


def _hidden_in_files(assessment: Assessment, rule: str) -> Iterator[Statement]:
    """Yield what hides the findings of a rule in some files: severities by file, the baseline."""
    for given in assessment.project.settings.per_file:
        if given.rule == rule and given.severity is Severity.OFF:
            yield Statement(f"off in files that match `{given.glob.pattern}`", StatementKind.FAILS)
    known = tuple(found.location for found in assessment.known if found.rule == rule)
    if known:
        yield Statement("known: the baseline has it", StatementKind.FAILS, locations=known)


def _silencers(assessment: Assessment, rule: str) -> Iterator[Statement]:
    """Yield everything that silences a rule, whether or not its condition holds."""
    settings, base = assessment.project.settings, assessment.rule_base
    if rule in base.guidance and rule in disabled_rules(settings):
        yield Statement("the settings switch it off", StatementKind.FAILS)
    if rule not in base.advice:
        return
    if outside := _outside(assessment, rule):
        yield Statement(outside, StatementKind.FAILS)
    default = Severity.named(base.advice[rule].severity)
    if settings.severities.get(rule, default) is Severity.OFF:
        yield Statement(_OFF, StatementKind.FAILS)
    yield from _hidden_in_files(assessment, rule)
    if any(finding.rule == rule for finding in assessment.findings):
        return  # its suppressions have expired, or apply to other locations
    if rule in settings.ignore:
        yield Statement(f"ignored in the settings: {settings.ignore[rule]}", StatementKind.FAILS)
    comments = tuple(_ignore_comments(assessment, rule))
    if comments:
        yield Statement("ignored by a comment", StatementKind.FAILS, locations=comments)


def _outside(assessment: Assessment, rule: str) -> str:
    """Return why a rule of advice does not concern a project; "" if it does."""
    if assessment.rule_base.advice[rule].of_any_project:
        return ""
    if not assessment.web:
        return "the project is not a web application"
    concerned = is_applicable(assessment) or concerns_outside(assessment.rule_base.advice[rule])
    return "" if concerned else "the project does not choose a framework"


def _ignore_comments(assessment: Assessment, rule: str) -> Iterator[Location]:
    for manifest in assessment.project.manifests:
        for ignore in manifest.ignores:
            if rule in ignore.rules:
                yield Location(manifest, ignore.range)
