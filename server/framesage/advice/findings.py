"""From fired advice to findings: where each stands, what it points at, what silences it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.custom_rules import unusable_rules
from framesage.advice.messages import MessageWriter
from framesage.advice.model import Finding, Level, Place, Related
from framesage.advice.multiple_per_line import GLUED
from framesage.advice.suppressions import IGNORE_LEVELS
from framesage.analysis.provenance import evidence_places, subject_places
from framesage.frozen import frozen
from framesage.manifests.model import Manifest
from framesage.project import check_names
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.context import Case
    from framesage.inference import Judgement
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase

MOST_RELATED = 8
AT_MATCHES = ("matches", "first-match")
SETTINGS = "settings"
UNREADABLE = "unreadable-file"
UNUSABLE = (SETTINGS, UNREADABLE)
"""Findings that say that not all was understood: no level, ignore or baseline silences them."""


@frozen
class Advisor:
    """Judges every rule of advice on one project."""

    case: Case

    def findings(self) -> Iterator[Finding]:
        """Yield the findings of all rules that fire and are not off, ignored or not."""
        for rule in self.case.rule_base.advice.values():
            level = self._level(rule)
            if level is Level.OFF:
                continue
            judgement = rule.condition.judge(self.case.world)
            if judgement.holds:
                yield from self._at_each_place(rule, level, judgement)

    def _level(self, rule: Rule) -> Level:
        return Level.named(self.case.project.settings.levels.get(rule.id, rule.level))

    def _at_each_place(self, rule: Rule, level: Level, judgement: Judgement) -> Iterator[Finding]:
        writer = MessageWriter(self.case)
        for place in self._places(rule, judgement):
            message = writer.write(rule, judgement, place)
            related = tuple(self._related(rule, judgement, place))
            sources = tuple(self._sources(rule, judgement, place))
            yield Finding(rule.id, level, message, place, related, sources, judgement)

    def _places(self, rule: Rule, judgement: Judgement) -> list[Place]:
        if rule.at in AT_MATCHES:
            found = subject_places(judgement)
            return found if rule.at == "matches" else found[:1]
        declared = self.case.use.declared if rule.at == "framework" else ()
        return [*declared, *heads(self.case.project)][:1]

    def _related(self, rule: Rule, judgement: Judgement, place: Place) -> Iterator[Related]:
        if rule.at == "matches":
            return
        found = (
            subject_places(judgement)
            if rule.at in AT_MATCHES
            else evidence_places(judgement, self.case.world)
        )
        others = [one for one in found if one != place]
        for other in others[:MOST_RELATED]:
            yield Related(other, other.text)

    def _sources(self, rule: Rule, judgement: Judgement, place: Place) -> Iterator[str]:
        """Yield the source of what the rule looked up in the rule base, then the rule's own."""
        if any(symbol.startswith("change:") for symbol in judgement.condition.symbols()):
            change = self.case.changes.get(place)
            yield from (change.source,) if change else ()
        yield from rule.references


def repeats_verdict(finding: Finding) -> bool:
    """Tell whether a finding says the verdict, and little else: where that is shown, it is told."""
    judgement = finding.judgement
    asked = judgement.condition.symbols() if judgement else ()
    return any(symbol.startswith("verdict:") for symbol in asked)


def is_housekeeping(finding: Finding) -> bool:
    """Tell whether a finding speaks of settings or ignores, not of what the choice leaves to do."""
    return finding.rule in (*IGNORE_LEVELS, *UNUSABLE)


def heads(project: Project) -> list[Place]:
    """Return the places that name the project's dependency lists, the main one first."""
    return [Place(manifest, head) for manifest in project.manifests for head in manifest.heads]


def settings_findings(
    project: Project, rule_base: RuleBase, mistakes: Sequence[RuleError]
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
    rules_of_its_own = unusable_rules(project, mistakes) if mistakes else ()
    problems = (*project.problems, *rules_of_its_own, *check_names(project, known))
    for problem in problems:
        if problem.path in manifests:
            place = Place(manifests[problem.path], problem.range)
            yield Finding(SETTINGS, Level.WARNING, problem.message, place)


def unread_findings(project: Project) -> Iterator[Finding]:
    """Yield that files of the project cannot be read: what they ask for is not counted."""
    for problem in project.unread:
        place = Place(Manifest(Source(problem.path, ""), ""), problem.range)
        yield Finding(UNREADABLE, Level.WARNING, problem.message, place)


def rule_names(rule_base: RuleBase) -> set[str]:
    """Return the ids that settings and ignores may name: the rules', and those about ignores."""
    return {*rule_base.guidance, *rule_base.advice, *IGNORE_LEVELS, GLUED}
