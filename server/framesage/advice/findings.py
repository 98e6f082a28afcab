"""Findings of the rules of advice: their locations, messages and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.listed import listed
from framesage.advice.messages import Messages
from framesage.advice.model import Finding, Related
from framesage.analysis.location import Location
from framesage.analysis.needs import needs_of
from framesage.analysis.provenance import evidence_locations, subject_locations, supporting_leaves
from framesage.analysis.verdict import is_applicable
from framesage.manifests.model import Purpose
from framesage.rulebase import symbols
from framesage.rulebase.model import VerdictKind
from framesage.rulebase.symbols import Kind, includes
from framesage.severity import Severity
from framesage.text import Range, in_one_line
from framesage.wording.changes import change_words
from framesage.wording.suggestions import related_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.model import Analysis
    from framesage.inference import Evaluation
    from framesage.manifests.manifest import Manifest
    from framesage.project.model import Project
    from framesage.rulebase.model import Rule

MAX_RELATED = 8
"""The most related locations that one finding has."""

_OUTSIDE = symbols.verdict(VerdictKind.OUTSIDE.value)
_AT_MATCHES = ("matches", "first-match")


def rule_findings(analysis: Analysis) -> Iterator[Finding]:
    """Yield the findings of all rules that are not off, including those that are suppressed."""
    rules, words = analysis.rule_base.indexed_advice, RelatedWords(analysis)
    for number in analysis.rule_base.advice_index.candidates(analysis.memory):
        if analysis.web or rules[number].of_any_project:
            yield from findings_of_rule(rules[number], analysis, words)


class RelatedWords(dict[Location, str]):
    """The words about related locations; many findings have the same ones."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__()
        self._analysis = analysis
        self._needs = [need for need, _ in needs_of(analysis)]

    def __missing__(self, location: Location) -> str:
        words = related_words(location, self._needs, self._analysis)
        self[location] = shown = in_one_line(words)
        return shown


def findings_of_rule(
    rule: Rule, analysis: Analysis, words: RelatedWords | None = None
) -> Iterator[Finding]:
    """Yield the findings of a rule, unless it is off, including those that are suppressed."""
    settings, default = analysis.project.settings, Severity.named(rule.severity)
    if settings.is_off(rule.id, default):
        return
    if not (is_applicable(analysis) or concerns_outside(rule)):
        return
    evaluation = rule.condition.evaluate(analysis.memory)
    if evaluation.holds:
        words = RelatedWords(analysis) if words is None else words
        yield from _findings_of(rule, default, evaluation, analysis, words)


def concerns_outside(rule: Rule) -> bool:
    """Return whether a rule advises projects that do not choose between Flask and Django.

    Only rules of any project do, and those that name the verdict "outside": no other rule has to
    rule such projects out.
    """
    return rule.of_any_project or _OUTSIDE in rule.condition.symbols()


def _findings_of(
    rule: Rule,
    default: Severity,
    evaluation: Evaluation,
    analysis: Analysis,
    words: RelatedWords,
) -> Iterator[Finding]:
    messages = Messages(rule, evaluation, analysis)
    for location, more in listed(_locations(rule, evaluation, analysis)):
        message = in_one_line(messages.at(location))
        severity = analysis.project.settings.severity_of(rule.id, location.path, default)
        if severity is Severity.OFF:
            continue
        yield Finding(
            rule=rule.id,
            severity=severity,
            message=f"{message} (and {more} more here)" if more else message,
            location=location,
            related=tuple(_related(rule, evaluation, location, analysis, words)),
            references=tuple(_references(rule, evaluation, location, analysis)),
            evaluation=evaluation,
        )


def _locations(rule: Rule, evaluation: Evaluation, analysis: Analysis) -> list[Location]:
    """Return the locations of a rule's findings, in the project's own files.

    What another package of the repository requires is reported with that package.
    """
    elsewhere = analysis.project.edges
    if rule.at in _AT_MATCHES:
        subjects = subject_locations(evaluation, analysis.sightings)
        found = [place for place in subjects if place.path not in elsewhere]
        return found if rule.at == "matches" else found[:1]
    declared = analysis.framework.locations if rule.at == "framework" else ()
    own = [location for location in declared if location.path not in elsewhere]
    return own[:1] if declared else anchors(analysis.project)[:1]


def _related(
    rule: Rule,
    evaluation: Evaluation,
    location: Location,
    analysis: Analysis,
    words: RelatedWords,
) -> Iterator[Related]:
    clash = analysis.clashes.get(location)
    if clash and _looks_for(evaluation, Kind.CLASH):
        pair = dict.fromkeys(filter(None, (clash.package, clash.other)))
        yield from (Related(part, words[part]) for part in pair if part != location)
    if rule.at == "matches":
        return
    if rule.at in _AT_MATCHES:
        found = subject_locations(evaluation, analysis.sightings)
    else:
        found = evidence_locations(evaluation, analysis.memory, analysis.sightings)
    others = [other for other in found if other != location]
    of_change = _looks_for(evaluation, Kind.CHANGE)
    for other in others[:MAX_RELATED]:
        change = analysis.changes.get(other) if of_change else None
        changed = change and change_words(change, other, analysis.sightings)
        yield Related(other, in_one_line(changed) if changed else words[other])


def _references(
    rule: Rule, evaluation: Evaluation, location: Location, analysis: Analysis
) -> Iterator[str]:
    """Yield the source of the change or clash at a location, then the references of the rule."""
    change, clash = analysis.changes.get(location), analysis.clashes.get(location)
    if change and _looks_for(evaluation, Kind.CHANGE):
        yield change.source
    if clash and _looks_for(evaluation, Kind.CLASH):
        yield clash.source
    yield from rule.references


def repeats_verdict(finding: Finding) -> bool:
    """Return whether a finding mainly states the verdict, so that it adds nothing beside it."""
    leaves = supporting_leaves(finding.evaluation) if finding.evaluation else ()
    return any(includes(leaf.condition.symbols(), Kind.VERDICT) for leaf in leaves)


def is_about(finding: Finding, kind: Kind) -> bool:
    """Return whether the condition of a finding's rule looks for a kind of fact."""
    return finding.evaluation is not None and _looks_for(finding.evaluation, kind)


def _looks_for(evaluation: Evaluation, kind: Kind) -> bool:
    return includes(evaluation.condition.symbols(), kind)


def anchors(project: Project) -> list[Location]:
    """Return the locations that name the project's dependency lists, the main one first.

    A list of what the application runs with comes before lists without such requirements.
    Where no file has a list yet, they are the beginnings of the files that can have one, or else of
    the settings, unless these are only for projects in folders below.
    """
    in_order = sorted(project.manifests, key=lambda manifest: not _is_run_with(manifest))
    named = [Location(manifest, anchor) for manifest in in_order for anchor in manifest.anchors]
    lists = [manifest for manifest in project.manifests if manifest.format != "framesage"]
    files = lists or (() if project.only_shares_settings else project.manifests)
    return named or [Location(manifest, _beginning(manifest)) for manifest in files]


def _is_run_with(manifest: Manifest) -> bool:
    groups = (requirement.group for requirement in manifest.requirements)
    return any(group.purpose is Purpose.RUNTIME for group in groups)


def _beginning(manifest: Manifest) -> Range:
    """Return the range of the first setting, which may be below comments, or of the first line."""
    if manifest.format == "framesage" and manifest.settings:
        return manifest.settings[0].key_range
    return Range.on_line(0, 0, len(manifest.source.line(0)))
