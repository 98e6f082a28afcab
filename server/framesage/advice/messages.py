"""Write the message of a finding: fill the placeholders of the rule's message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.provenance import count_parts, matched_labels, subject_locations
from framesage.frozen import frozen
from framesage.wording.changes import change_words, changed_words
from framesage.wording.clashes import clash_words
from framesage.wording.grammar import join_words, limit_words
from framesage.wording.locations import parts_words
from framesage.wording.reasons import main_reasons
from framesage.wording.releases import RELEASE_WORDS, ReleaseWords
from framesage.wording.upgrades import upgrade_words
from framesage.wording.verdict import candidates_in_use, choice_words, favored_title

if TYPE_CHECKING:
    from framesage.analysis.model import Analysis, Location
    from framesage.inference import Evaluation
    from framesage.rulebase.framework_model import PackageChange
    from framesage.rulebase.model import Rule

MAX_NAMES = 3
"""The most packages that one message names."""
MAX_PARTS = 2
"""The most parts of a project that one message names for each framework."""
MAX_REASONS = 54
"""The most characters of two reasons in one message; where they take more, it has one."""


def write_message(
    rule: Rule, evaluation: Evaluation, location: Location, analysis: Analysis
) -> str:
    """Return the message of a rule's finding at a location."""
    return rule.message.format_map(_Placeholders(evaluation, location, analysis))


@frozen
class _Placeholders:
    """The values of a message's placeholders, looked up by name.

    A value comes from the match, else from the location, else from the project as a whole.
    """

    evaluation: Evaluation
    location: Location
    analysis: Analysis

    def __getitem__(self, name: str) -> str:
        if name == "packages":
            names = dict.fromkeys(match.text for match in subject_locations(self.evaluation))
            return join_words(limit_words(list(names), MAX_NAMES))
        if name == "batteries":
            return self._batteries()
        if name == "upgrades" and self.location in self.analysis.changes:
            return self._upgrades()
        if name in ("count", "total"):
            return str(count_parts(self.evaluation)[name == "total"])
        return self._of_location(name)

    def _batteries(self) -> str:
        needs = self.analysis.rule_base.needs
        labels = matched_labels(self.evaluation, self.location) or matched_labels(self.evaluation)
        return join_words([needs[label].title if label in needs else label for label in labels])

    def _of_location(self, name: str) -> str:
        if name == "package":
            return self.location.text
        if name in RELEASE_WORDS:
            analysis = self.analysis
            return ReleaseWords(self.location, analysis.rule_base, analysis.today).word(name)
        change = self.analysis.changes.get(self.location)
        clash = self.analysis.clashes.get(self.location)
        values = self._of_change(change) if change else {}
        values |= clash_words(clash) if clash else {}
        return values[name] if name in values else self._of_project(name)

    def _of_change(self, change: PackageChange) -> dict[str, str]:
        values = {
            "change": change_words(change, self.location, self.analysis.memory),
            "changed": changed_words(self.location, change),
            "since": change.since,
        }
        if change.framework:
            values["framework"] = self.analysis.rule_base.frameworks[change.framework].title
        return values

    def _upgrades(self) -> str:
        """Return what to change along with the framework of the change at the location."""
        changes = self.analysis.changes
        framework = changes[self.location].framework
        together = {
            place: changes[place]
            for place in subject_locations(self.evaluation)
            if place in changes and changes[place].framework == framework
        }
        return upgrade_words(self.analysis.rule_base.frameworks[framework].title, together)

    def _of_project(self, name: str) -> str:
        analysis = self.analysis
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
            return main_reasons(analysis.verdict, analysis.rule_base, MAX_REASONS)
        return analysis.verdict.certainty
