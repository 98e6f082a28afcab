"""Write the message of a finding: fill the placeholders of the rule's message."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.analysis.provenance import (
    count_parts,
    labels_by_location,
    matched_labels,
    subject_locations,
)
from framesage.analysis.release_pythons import declared_pythons
from framesage.rulebase.placeholders import fill
from framesage.wording.changes import change_words, changed_words
from framesage.wording.clashes import clash_words
from framesage.wording.grammar import join_words, limit_words
from framesage.wording.locations import parts_words
from framesage.wording.reasons import main_reasons
from framesage.wording.releases import RELEASE_WORDS, ReleaseWords
from framesage.wording.upgrades import upgrade_words
from framesage.wording.verdict import candidates_in_use, choice_words, favored_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis
    from framesage.inference import Evaluation
    from framesage.rulebase.framework_model import PackageChange
    from framesage.rulebase.model import Rule

MAX_NAMES = 3
"""The most packages that one message names."""
MAX_PARTS = 2
"""The most parts of a project that one message names for each framework."""
MAX_REASONS = 54
"""The most characters of two reasons in one message; where they take more, it has one."""
_OF_MATCH = ("packages", "count", "total")


class Messages:
    """The messages of a rule's findings; what these have in common is worked out once.

    The value of a placeholder comes from the match, else from the location, else from the project
    as a whole.
    """

    def __init__(self, rule: Rule, evaluation: Evaluation, analysis: Analysis) -> None:
        self._rule = rule
        self._evaluation = evaluation
        self._analysis = analysis
        self._common: dict[str, str] = {}

    def at(self, location: Location) -> str:
        """Return the message of the finding at a location."""
        return fill(self._rule.message, lambda name: self._value(name, location))

    def _value(self, name: str, location: Location) -> str:
        if name == "batteries":
            return self._batteries(location)
        if name == "upgrades" and location in self._analysis.changes:
            framework = self._analysis.changes[location].framework
            return self._once(framework, self._upgrades)
        of_location = None if name in _OF_MATCH else self._of_location(name, location)
        return self._once(name, self._of_all) if of_location is None else of_location

    def _once(self, name: str, value_of: Callable[[str], str]) -> str:
        key = f"{value_of.__name__} {name}"
        if key not in self._common:
            self._common[key] = value_of(name)
        return self._common[key]

    def _of_all(self, name: str) -> str:
        """Return a value that is the same at each location."""
        if name == "packages":
            matches = subject_locations(self._evaluation, self._analysis.sightings)
            names = dict.fromkeys(match.text for match in matches)
            return join_words(limit_words(list(names), MAX_NAMES))
        if name in ("count", "total"):
            return str(count_parts(self._evaluation)[name == "total"])
        return _of_project(name, self._analysis)

    def _batteries(self, location: Location) -> str:
        needs = self._analysis.rule_base.needs
        labels = self._labels.get(location) or matched_labels(self._evaluation)
        return join_words([needs[label].title if label in needs else label for label in labels])

    @cached_property
    def _labels(self) -> dict[Location, list[str]]:
        return labels_by_location(self._evaluation, self._analysis.sightings)

    def _upgrades(self, framework: str) -> str:
        """Return what to change along with a framework."""
        changes = self._analysis.changes
        together = {
            place: changes[place]
            for place in subject_locations(self._evaluation, self._analysis.sightings)
            if place in changes and changes[place].framework == framework
        }
        return upgrade_words(self._analysis.rule_base.frameworks[framework].title, together)

    def _of_location(self, name: str, location: Location) -> str | None:
        analysis = self._analysis
        if name == "package":
            return location.text
        if name in RELEASE_WORDS:
            pythons = declared_pythons(analysis.project)
            return ReleaseWords(location, analysis.rule_base, analysis.today, pythons).word(name)
        change, clash = analysis.changes.get(location), analysis.clashes.get(location)
        values = _of_change(change, location, analysis) if change else {}
        values |= clash_words(clash) if clash else {}
        return values.get(name)


def _of_change(change: PackageChange, location: Location, analysis: Analysis) -> dict[str, str]:
    values = {
        "change": change_words(change, location, analysis.sightings),
        "changed": changed_words(location, change),
        "since": change.since,
    }
    if change.framework:
        values["framework"] = analysis.rule_base.frameworks[change.framework].title
    return values


def _of_project(name: str, analysis: Analysis) -> str:
    if name == "framework":
        return join_words([framework.title for framework in analysis.framework.frameworks])
    if name == "frameworks":
        return candidates_in_use(analysis)
    if name == "choice":
        return choice_words(analysis.rule_base)
    if name == "parts":
        return parts_words(analysis.framework.parts, analysis.project, MAX_PARTS)
    if name == "verdict":
        return favored_title(analysis)
    if name == "reasons":
        return main_reasons(analysis, MAX_REASONS)
    return analysis.verdict.certainty
