"""A rule's message with its placeholders filled."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from framesage.analysis.provenance import count_parts, matched_labels, subject_locations
from framesage.frozen import frozen
from framesage.wording.grammar import join_words, limit_words
from framesage.wording.locations import parts_words
from framesage.wording.reasons import main_reasons
from framesage.wording.releases import RELEASE_WORDS, ReleaseWords
from framesage.wording.verdict import favored_title

if TYPE_CHECKING:
    from framesage.analysis.model import Analysis, Location
    from framesage.inference import Evaluation
    from framesage.rulebase.framework_model import Change
    from framesage.rulebase.model import Rule

MOST_NAMED = 6


@frozen
class MessageWriter:
    """Fills the messages of one project's findings."""

    analysis: Analysis

    def write(self, rule: Rule, evaluation: Evaluation, location: Location) -> str:
        """Return the rule's message for one finding."""
        asked = {name for _, name, _, _ in string.Formatter().parse(rule.message) if name}
        values = {name: self._value(name, evaluation, location) for name in asked}
        return rule.message.format_map(values)

    def _value(self, name: str, evaluation: Evaluation, location: Location) -> str:
        if name == "packages":
            names = dict.fromkeys(match.text for match in subject_locations(evaluation))
            return join_words(limit_words(list(names), MOST_NAMED))
        if name == "batteries":
            labels = matched_labels(evaluation, location) or matched_labels(evaluation)
            return join_words([self._battery(label) for label in labels])
        if name in ("count", "total"):
            return str(count_parts(evaluation)[name == "total"])
        return self._of_location(name, location)

    def _of_location(self, name: str, location: Location) -> str:
        if name == "package":
            return location.text
        if name in RELEASE_WORDS:
            return ReleaseWords(location, self.analysis.rule_base, self.analysis.today).word(name)
        change = self.analysis.changes.get(location)
        said = self._of_change(change, location) if change else {}
        return said[name] if name in said else self._of_project(name)

    def _of_change(self, change: Change, location: Location) -> dict[str, str]:
        return {
            "change": change.words,
            "changed": f"{location.text} {change.versions}".strip(),
            "since": change.since,
            "framework": self.analysis.rule_base.frameworks[change.framework].title,
        }

    def _of_project(self, name: str) -> str:
        use, verdict, rule_base = (
            self.analysis.framework,
            self.analysis.verdict,
            self.analysis.rule_base,
        )
        if name == "framework":
            return join_words([framework.title for framework in use.frameworks])
        if name == "parts":
            return parts_words(use.parts, self.analysis.project)
        if name == "verdict":
            return favored_title(verdict)
        if name == "reasons":
            return main_reasons(verdict, rule_base)
        return verdict.certainty

    def _battery(self, label: str) -> str:
        battery = self.analysis.rule_base.batteries.get(label)
        return battery.title if battery else label
