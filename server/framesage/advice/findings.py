"""From fired advice to findings: where each stands, what it points at, what silences it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.custom_rules import unusable_rules
from framesage.advice.messages import MessageWriter
from framesage.advice.model import Finding, Related
from framesage.advice.multiple_per_line import TWO_ON_A_LINE
from framesage.advice.suppressions import IGNORE_SEVERITIES
from framesage.analysis.model import Location
from framesage.analysis.provenance import evidence_locations, subject_locations
from framesage.frozen import frozen
from framesage.manifests.manifest import Manifest
from framesage.project import check_names
from framesage.rulebase.symbols import Kind, includes
from framesage.severity import Severity
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.analysis.model import Analysis
    from framesage.inference import Evaluation
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase

MOST_RELATED = 8
AT_MATCHES = ("matches", "first-match")
SETTINGS = "settings"
UNREADABLE = "unreadable-file"
UNUSABLE = (SETTINGS, UNREADABLE)
"""Findings that say that not all was understood: no severity, ignore or baseline silences them."""


@frozen
class Advisor:
    """Judges every rule of advice on one project."""

    analysis: Analysis

    def findings(self) -> Iterator[Finding]:
        """Yield the findings of all rules that fire and are not off, ignored or not."""
        for rule in self.analysis.rule_base.advice.values():
            severity = self._severity(rule)
            if severity is Severity.OFF:
                continue
            evaluation = rule.condition.evaluate(self.analysis.memory)
            if evaluation.holds:
                yield from self._at_each_location(rule, severity, evaluation)

    def _severity(self, rule: Rule) -> Severity:
        set_severities = self.analysis.project.settings.severities
        return set_severities.get(rule.id, Severity.named(rule.severity))

    def _at_each_location(
        self, rule: Rule, severity: Severity, evaluation: Evaluation
    ) -> Iterator[Finding]:
        writer = MessageWriter(self.analysis)
        for location in self._locations(rule, evaluation):
            message = writer.write(rule, evaluation, location)
            related = tuple(self._related(rule, evaluation, location))
            sources = tuple(self._sources(rule, evaluation, location))
            yield Finding(rule.id, severity, message, location, related, sources, evaluation)

    def _locations(self, rule: Rule, evaluation: Evaluation) -> list[Location]:
        if rule.at in AT_MATCHES:
            found = subject_locations(evaluation)
            return found if rule.at == "matches" else found[:1]
        declared = self.analysis.framework.locations if rule.at == "framework" else ()
        return [*declared, *anchors(self.analysis.project)][:1]

    def _related(self, rule: Rule, evaluation: Evaluation, location: Location) -> Iterator[Related]:
        if rule.at == "matches":
            return
        found = (
            subject_locations(evaluation)
            if rule.at in AT_MATCHES
            else evidence_locations(evaluation, self.analysis.memory)
        )
        others = [one for one in found if one != location]
        for other in others[:MOST_RELATED]:
            yield Related(other, other.text)

    def _sources(self, rule: Rule, evaluation: Evaluation, location: Location) -> Iterator[str]:
        """Yield the source of what the rule looked up in the rule base, then the rule's own."""
        if includes(evaluation.condition.symbols(), Kind.CHANGE):
            change = self.analysis.changes.get(location)
            yield from (change.source,) if change else ()
        yield from rule.references


def repeats_verdict(finding: Finding) -> bool:
    """Tell whether a finding says the verdict, and little else: where that is shown, it is told."""
    evaluation = finding.evaluation
    return evaluation is not None and includes(evaluation.condition.symbols(), Kind.VERDICT)


def is_housekeeping(finding: Finding) -> bool:
    """Tell whether a finding speaks of settings or ignores, not of what the choice leaves to do."""
    return finding.rule in (*IGNORE_SEVERITIES, *UNUSABLE)


def anchors(project: Project) -> list[Location]:
    """Return the locations that name the project's dependency lists, the main one first."""
    return [Location(manifest, head) for manifest in project.manifests for head in manifest.anchors]


def settings_findings(
    project: Project, rule_base: RuleBase, rule_errors: Sequence[RuleError]
) -> Iterator[Finding]:
    """Yield what is wrong with the settings, and with the rules that they name, where it stands."""
    rules = rule_names(rule_base)
    known = {
        "framework": rule_base.frameworks,
        "traits": rule_base.traits,
        "rules": rules,
        "ignore": rules,
    }
    manifests = {manifest.source.path: manifest for manifest in project.manifests}
    rules_of_its_own = unusable_rules(project, rule_errors) if rule_errors else ()
    problems = (*project.settings_errors, *rules_of_its_own, *check_names(project, known))
    for problem in problems:
        if problem.path in manifests:
            location = Location(manifests[problem.path], problem.range)
            yield Finding(SETTINGS, Severity.WARNING, problem.message, location)


def unread_findings(project: Project) -> Iterator[Finding]:
    """Yield that files of the project cannot be read: what they ask for is not counted."""
    for problem in project.read_errors:
        location = Location(Manifest(Source(problem.path, ""), ""), problem.range)
        yield Finding(UNREADABLE, Severity.WARNING, problem.message, location)


def rule_names(rule_base: RuleBase) -> set[str]:
    """Return the ids that settings and ignores may name: the rules', and those about ignores."""
    return {*rule_base.guidance, *rule_base.advice, *IGNORE_SEVERITIES, TWO_ON_A_LINE}
