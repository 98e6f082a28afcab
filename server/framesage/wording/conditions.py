"""Judged conditions in words: what was asked, and whether it holds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from framesage.analysis.provenance import places_behind, rests_on
from framesage.analysis.traits import level_of
from framesage.frozen import frozen_roomy
from framesage.inference import AllOf, AnyOf, AtLeast, Holds, NoneOf, Refuted, Seen
from framesage.rulebase.framework_states import STATES, framework_state
from framesage.rulebase.vocabulary import Vocabulary
from framesage.wording.statement import Sign, Step
from framesage.wording.symbols import battery_words, symbols_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.advice.model import Assessment, Place
    from framesage.inference import Condition, Judgement

_COMPOUND: dict[type, str] = {
    AllOf: "all of these hold",
    AnyOf: "any of these holds",
    NoneOf: "none of these holds",
}
_STATE_WORDS = {
    "both": "both frameworks are in use",
    "none": "no framework is in use",
    "other": "another framework is in use, and neither of the two",
    "beside": "another framework is in use beside one of the two",
}


@frozen_roomy
class ConditionWriter:
    """Puts judgements of conditions into words, for one project."""

    assessment: Assessment

    def steps(self, judgement: Judgement, wanted: bool = True) -> Iterator[Step]:
        """Yield one statement for each thing that must (or, not ``wanted``, must not) be so."""
        condition = judgement.condition
        if condition in self._states:
            yield self._state(judgement, wanted)
        elif isinstance(condition, AllOf) and (wanted or len(judgement.parts) == 1):
            for part in judgement.parts:
                yield from self.steps(part, wanted)
        elif isinstance(condition, NoneOf) and wanted:
            for part in judgement.parts:
                yield from self.steps(part, wanted=False)
        else:
            parts = tuple(step for part in judgement.parts for step in self.steps(part))
            places = self._places(judgement)
            yield Step(self._words(judgement, wanted), _sign(judgement, wanted), "", places, parts)

    @cached_property
    def _states(self) -> Mapping[Condition, str]:
        """The conditions that ``framework = "..."`` in a rule stands for."""
        base = self.assessment.rule_base
        vocabulary = Vocabulary(
            base.claims, base.scale, base.traits, base.frameworks, base.batteries
        )
        medium = base.scale.levels["medium"]
        states = (*vocabulary.the_two(), *STATES)
        return {framework_state(state, vocabulary, medium): state for state in states}

    def _state(self, judgement: Judgement, wanted: bool) -> Step:
        state = self._states[judgement.condition]
        framework = self.assessment.rule_base.frameworks.get(state)
        words = f"{framework.title} alone is in use" if framework else _STATE_WORDS[state]
        sign = _sign(judgement, wanted)
        return Step(f"{'' if wanted else 'not: '}{words}", sign, "", self.assessment.use.declared)

    def _places(self, judgement: Judgement) -> tuple[Place, ...]:
        """Return what a look found; of a belief, what it rests on."""
        behind = places_behind(rests_on(judgement.condition), self.assessment.world)
        own = (cast("Place", place) for place in judgement.places if place is not None)
        return tuple(dict.fromkeys((*own, *behind)))

    def _words(self, judgement: Judgement, wanted: bool) -> str:
        condition, base = judgement.condition, self.assessment.rule_base
        if isinstance(condition, Seen):
            battery = base.batteries.get(condition.label)
            if battery:
                return battery_words(battery, condition.any_of, wanted, judgement.holds)
            return symbols_words(condition.any_of, base.frameworks, wanted)
        if isinstance(condition, Holds | Refuted):
            return self._belief(condition, wanted)
        if isinstance(condition, AtLeast):
            hold = sum(part.holds for part in judgement.parts)
            least = f"{'at least' if wanted else 'fewer than'} {condition.minimum}"
            return f"{least} of these {len(judgement.parts)} hold: {hold} do"
        return f"{'' if wanted else 'not: '}{_COMPOUND[type(condition)]}"

    def _belief(self, condition: Holds | Refuted, wanted: bool) -> str:
        kind, _, name = condition.proposition.partition(":")
        base = self.assessment.rule_base
        if kind == "uses":
            return f"{base.frameworks[name].title} is {'' if wanted else 'not '}in use"
        conclusion = self.assessment.world.conclusion(condition.proposition)
        holds = isinstance(condition, Holds)
        certainty = conclusion.certainty if holds else conclusion.doubt
        least = f"{'at least' if wanted else 'below'} {level_of(condition.threshold, base.scale)}"
        so = "" if holds else " that it is not so"
        now = level_of(certainty, base.scale) or "not believed"
        return f"{least}{so}: {base.traits[name].title} [{name}] ({now})"


def _sign(judgement: Judgement, wanted: bool) -> Sign:
    return Sign.HOLDS if judgement.holds is wanted else Sign.FAILS
