"""Conditions in words: each part and, for a project, whether it holds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.analysis.provenance import locations_behind, proposition_of
from framesage.analysis.traits import certainty_of
from framesage.frozen import frozen
from framesage.inference import (
    AllOf,
    AnyOf,
    AtLeast,
    Believed,
    Disbelieved,
    NoneOf,
    Observed,
    WorkingMemory,
)
from framesage.rulebase.framework_states import STATES, framework_state
from framesage.rulebase.symbols import UNREAD, Kind, parse
from framesage.wording.grammar import join_words
from framesage.wording.statement import Statement, StatementKind
from framesage.wording.symbols import need_words, symbols_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis
    from framesage.inference import Condition, Evaluation
    from framesage.rulebase.rule_base import RuleBase

_COMPOUND: dict[type, str] = {
    AllOf: "all of these hold",
    AnyOf: "at least one of these holds",
    NoneOf: "none of these holds",
}


@frozen(slots=False)
class ConditionWriter:
    """Describes evaluated conditions: for one project, or without an ``analysis`` for any."""

    rule_base: RuleBase
    analysis: Analysis | None = None

    def outline(self, condition: Condition) -> Iterator[Statement]:
        """Yield a statement for each part of a condition of a rule, for any project."""
        return self.statements(condition.evaluate(WorkingMemory({}, {})))

    def statements(self, evaluation: Evaluation, wanted: bool = True) -> Iterator[Statement]:
        """Yield a statement for each part that must (or, if not ``wanted``, must not) hold."""
        condition = evaluation.condition
        if condition in self._states:
            yield self._state(evaluation, wanted)
        elif isinstance(condition, AllOf) and (wanted or len(evaluation.parts) == 1):
            for part in evaluation.parts:
                yield from self.statements(part, wanted)
        elif isinstance(condition, NoneOf) and wanted:
            for part in evaluation.parts:
                yield from self.statements(part, wanted=False)
        else:
            parts = tuple(
                statement for part in evaluation.parts for statement in self.statements(part)
            )
            locations = self._locations(evaluation)
            words, kind = self._words(evaluation, wanted), self._kind(evaluation, wanted)
            yield Statement(words, kind, "", locations, parts)

    @cached_property
    def _states(self) -> Mapping[Condition, str]:
        """The conditions that ``framework = "..."`` in a rule expands to."""
        base = self.rule_base
        frameworks = base.frameworks.values()
        medium = base.threshold("medium")
        states = (*(framework.id for framework in base.candidates), *STATES)
        ways = ((), (Observed((UNREAD,)),))  # of guidance and of advice
        return {
            framework_state(state, frameworks, medium, unknown): state
            for state in states
            for unknown in ways
        }

    def _state(self, evaluation: Evaluation, wanted: bool) -> Statement:
        state = self._states[evaluation.condition]
        framework = self.rule_base.frameworks.get(state)
        words = f"{framework.title} alone is in use" if framework else self._state_words(state)
        kind = self._kind(evaluation, wanted)
        locations = self.analysis.framework.locations if self.analysis else ()
        return Statement(f"{'' if wanted else 'not: '}{words}", kind, "", locations)

    def _state_words(self, state: str) -> str:
        """Return what one of ``STATES`` says of the frameworks in use."""
        candidates = [framework.title for framework in self.rule_base.candidates]
        either = join_words(candidates, "or")
        both = "both frameworks are" if len(candidates) == 2 else "more than one framework is"
        return {
            "any": f"{either} is in use",
            "both": f"{both} in use",
            "none": "no framework is in use",
            "other": "only another framework is in use",
            "beside": f"another framework is in use together with {either}",
        }[state]

    def _locations(self, evaluation: Evaluation) -> tuple[Location, ...]:
        """Return the locations that were observed, and those behind a belief."""
        if self.analysis is None:
            return ()
        memory, sightings = self.analysis.memory, self.analysis.sightings
        behind = locations_behind(proposition_of(evaluation.condition), memory, sightings)
        return tuple(dict.fromkeys((*sightings.of_leaf(evaluation), *behind)))

    def _words(self, evaluation: Evaluation, wanted: bool) -> str:
        condition, base = evaluation.condition, self.rule_base
        if isinstance(condition, Observed):
            need = base.needs.get(condition.label)
            if need:
                return need_words(need, condition.any_of, wanted, evaluation.holds)
            return symbols_words(condition.any_of, base.frameworks, wanted)
        if isinstance(condition, Believed | Disbelieved):
            return self._belief(condition, wanted)
        if isinstance(condition, AtLeast):
            least = f"{'at least' if wanted else 'fewer than'} {condition.minimum}"
            return f"{least} of these {len(evaluation.parts)} hold{self._now_hold(evaluation)}"
        return f"{'' if wanted else 'not: '}{_COMPOUND[type(condition)]}"

    def _belief(self, condition: Believed | Disbelieved, wanted: bool) -> str:
        kind, name, _ = parse(condition.proposition)
        base = self.rule_base
        if kind is Kind.USES:
            return f"{base.frameworks[name].title} is {'' if wanted else 'not '}in use"
        holds = isinstance(condition, Believed)
        bound = "at least" if wanted else "less than"
        limit = f"{bound} {certainty_of(condition.threshold, base.scale)} certainty"
        subject = f"{base.traits[name].title} [{name}]{'' if holds else ' ruled out'}"
        return f"{subject} with {limit}{self._now_believed(condition)}"

    def _now_hold(self, evaluation: Evaluation) -> str:
        hold = sum(part.holds for part in evaluation.parts)
        return f" ({hold} of them hold)" if self.analysis else ""

    def _now_believed(self, condition: Believed | Disbelieved) -> str:
        if self.analysis is None:
            return ""
        conclusion = self.analysis.memory.conclusion(condition.proposition)
        holds = isinstance(condition, Believed)
        certainty = conclusion.belief if holds else conclusion.disbelief
        return f" (now: {certainty_of(certainty, self.rule_base.scale) or 'none'})"

    def _kind(self, evaluation: Evaluation, wanted: bool) -> StatementKind:
        if self.analysis is None:
            return StatementKind.NOTE
        return StatementKind.HOLDS if evaluation.holds is wanted else StatementKind.FAILS
