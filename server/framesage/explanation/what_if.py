"""What would have to be true for the verdict to turn: the fewest traits that do it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.analysis.framework import declarations, disabled_rules
from framesage.analysis.verdict import is_applicable, reach_verdict
from framesage.frozen import frozen
from framesage.inference import AllOf, Believed, infer
from framesage.rulebase import symbols
from framesage.wording.phrases import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.inference import Condition, WorkingMemory
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase

MOST = 3
"""More changes than this are no answer that helps anybody."""


@frozen
class Change:
    """A trait that would have to be so (``holds``), or not be so; ``surer`` where it is believed to
    be so already, a little."""

    trait: Trait
    holds: bool
    surer: bool = False

    @property
    def words(self) -> str:
        """The change as people say it."""
        return f"{self.trait.words(self.holds)}{' for sure' * self.surer}"


@frozen
class Turn:
    """A framework that the verdict could turn to, and the fewest changes found that do it."""

    framework: Framework
    changes: tuple[Change, ...]


def what_would_turn(assessment: Assessment) -> tuple[Turn, ...]:
    """Return how the verdict could turn to each framework in question that it does not favor.

    That is one where it favors one, both where it is open, and none where the question is the
    wrong one, or where ``MOST`` changes do not turn it.
    """
    verdict, base = assessment.verdict, assessment.rule_base
    if not is_applicable(assessment):
        return ()
    goals = [framework for framework in base.candidates if framework != verdict.framework]
    found = [Turn(goal, _changes(assessment, goal.id)) for goal in goals]
    return tuple(turn for turn in found if turn.changes)


def _changes(assessment: Assessment, goal: str) -> tuple[Change, ...]:
    """Return the fewest changes found.

    Each step takes the one that moves the verdict most; the last, of all that turn it, the one
    that is likeliest to be so.
    """
    changes: tuple[Change, ...] = ()
    while len(changes) < MOST:
        tried = [(*changes, change) for change in _candidates(assessment, changes, goal)]
        worlds = {one: _world_with(assessment, one) for one in tried}
        turning = [one for one in tried if _favors(worlds[one], assessment, goal)]
        if turning:
            return max(turning, key=lambda one: _likelihood(assessment, one[-1]))
        if not tried:
            break
        changes = max(tried, key=lambda one: (_toward(worlds[one], goal), one[-1].trait.id))
    return ()


def _likelihood(assessment: Assessment, change: Change) -> tuple[float, str]:
    """Return how near a change is to what is believed, and its name, for a steady order."""
    conclusion = assessment.memory.conclusion(symbols.trait(change.trait.id))
    belief = conclusion.belief - conclusion.disbelief
    return belief if change.holds else -belief, change.trait.id


def _candidates(assessment: Assessment, taken: tuple[Change, ...], goal: str) -> Iterator[Change]:
    """Yield the changes, to what is believed so far, of traits that guidance reads.

    What was declared is not up for change, and what would have to be so is what speaks for the
    goal itself: that there are pages, and no other need, speaks for a small core by the needs.
    """
    base = assessment.rule_base
    low, medium = base.scale.thresholds["low"], base.scale.thresholds["medium"]
    used = {change.trait.id for change in taken} | assessment.project.settings.traits.keys()
    speaking = _speaking_for(goal, base)
    for trait_id in read_by_guidance(base):
        if trait_id in base.traits and trait_id not in used:
            believed = assessment.memory.conclusion(symbols.trait(trait_id)).belief
            if believed < medium and trait_id in speaking:
                yield Change(base.traits[trait_id], holds=True, surer=believed >= low)
            if believed >= low:
                yield Change(base.traits[trait_id], holds=False)


def _speaking_for(goal: str, rule_base: RuleBase) -> set[str]:
    """Return the ids of the traits that rules for a framework require, not one of several."""
    rules = (one for one in rule_base.guidance.values() if one.favors == goal)
    required = (p for one in rules for p in _required(one.condition))
    return set(filter(None, map(symbols.trait_of, required)))


def _required(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Believed):
        yield condition.proposition
    elif isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _required(part)


def read_by_guidance(rule_base: RuleBase) -> list[str]:
    """Return the ids of the traits that the verdict rests on."""
    read = (p for rule in rule_base.guidance.values() for p in rule.condition.propositions())
    return list(filter(None, dict.fromkeys(map(symbols.trait_of, read))))


def _world_with(assessment: Assessment, changes: tuple[Change, ...]) -> WorkingMemory:
    base = assessment.rule_base
    supposed = {symbols.trait(change.trait.id): change.holds for change in changes}
    settings = assessment.project.settings
    declared = {**declarations(settings, base), **supposed}
    seen = chain.from_iterable(assessment.memory.facts.values())
    return infer(base.program, seen, declared, disabled_rules(settings))


def _favors(memory: WorkingMemory, assessment: Assessment, goal: str) -> bool:
    verdict = reach_verdict(memory, assessment.rule_base, assessment.framework)
    return verdict.favors == goal


def _toward(memory: WorkingMemory, goal: str) -> float:
    """Return how much more speaks for a framework than against it, from -1 to 1."""
    conclusion = memory.conclusion(symbols.favors(goal))
    return conclusion.belief - conclusion.disbelief


def turn_words(turn: Turn) -> str:
    """Return what would turn the verdict to a framework, each change with its setting."""
    return join_words([_change_words(change) for change in turn.changes])


def _change_words(change: Change) -> str:
    setting = f"{change.trait.id} = {str(change.holds).lower()}"
    return f"{change.words} (`{setting}`)"
