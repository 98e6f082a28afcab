"""A rule's message with its placeholders filled."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from framesage.analysis.provenance import counted, matched_labels, subject_places
from framesage.frozen import frozen
from framesage.wording.phrases import favored_title, join_words, parts_words
from framesage.wording.reasons import main_reasons
from framesage.wording.releases import RELEASE_WORDS, ReleaseWords

if TYPE_CHECKING:
    from framesage.advice.context import Case
    from framesage.advice.model import Place
    from framesage.inference import Judgement
    from framesage.rulebase.framework_model import Change
    from framesage.rulebase.model import Rule

MOST_NAMED = 6


@frozen
class MessageWriter:
    """Fills the messages of one project's findings."""

    case: Case

    def write(self, rule: Rule, judgement: Judgement, place: Place) -> str:
        """Return the rule's message for one finding."""
        asked = {name for _, name, _, _ in string.Formatter().parse(rule.message) if name}
        values = {name: self._value(name, judgement, place) for name in asked}
        return rule.message.format_map(values)

    def _value(self, name: str, judgement: Judgement, place: Place) -> str:
        if name == "packages":
            return _some([match.text for match in subject_places(judgement)])
        if name == "batteries":
            labels = matched_labels(judgement, place) or matched_labels(judgement)
            return join_words([self._battery(label) for label in labels])
        if name in ("count", "total"):
            return str(counted(judgement)[name == "total"])
        return self._of_place(name, place)

    def _of_place(self, name: str, place: Place) -> str:
        if name == "package":
            return place.text
        if name in RELEASE_WORDS:
            return ReleaseWords(place, self.case.rule_base, self.case.today).word(name)
        change = self.case.changes.get(place)
        said = self._of_change(change, place) if change else {}
        return said[name] if name in said else self._of_project(name)

    def _of_change(self, change: Change, place: Place) -> dict[str, str]:
        return {
            "change": change.words,
            "changed": f"{place.text} {change.versions}".strip(),
            "since": change.since,
            "framework": self.case.rule_base.frameworks[change.framework].title,
        }

    def _of_project(self, name: str) -> str:
        use, verdict, rule_base = self.case.use, self.case.verdict, self.case.rule_base
        if name == "framework":
            return join_words([framework.title for framework in use.frameworks])
        if name == "parts":
            return parts_words(use.parts, self.case.project)
        if name == "verdict":
            return favored_title(verdict, rule_base)
        if name == "reasons":
            return main_reasons(verdict, rule_base)
        return verdict.level

    def _battery(self, label: str) -> str:
        battery = self.case.rule_base.batteries.get(label)
        return battery.title if battery else label


def _some(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return join_words(names)
