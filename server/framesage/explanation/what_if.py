"""What if: the fewest changes of traits that would change the verdict."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.analysis.framework import disabled_rules
from framesage.analysis.verdict import (
    belief_against_rivals,
    guidance_weights,
    is_applicable,
    is_enough,
    reach_verdict,
)
from framesage.frozen import frozen
from framesage.inference import AllOf, Believed, suppose
from framesage.rulebase import symbols
from framesage.rulebase.model import VerdictKind
from framesage.wording.consultation import tip
from framesage.wording.grammar import first_small, join_words
from framesage.wording.verdict import is_decided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.inference import Condition, WorkingMemory
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase

MOST = 3
"""More changes than this are not a useful answer."""

_SURE = ("high", "declared")


@frozen
class TraitChange:
    """A supposed value of a trait (``holds``)."""

    trait: Trait
    holds: bool

    @property
    def setting(self) -> str:
        """The setting that declares the change."""
        return f"{self.trait.id} = {str(self.holds).lower()}"

    @property
    def words(self) -> str:
        """The change as a clause, in the words of the question about the trait."""
        question = self.trait.question
        assert question is not None, "only what a person can observe is supposed"
        return first_small(question.yes if self.holds else question.no)


@frozen
class Flip:
    """A framework that the verdict could change to, and the fewest changes found that do it."""

    framework: Framework
    changes: tuple[TraitChange, ...]


def flip_words(flip: Flip) -> str:
    """Return what would change the verdict as a clause, each change with its setting."""
    changes = [f"{change.words} (`{change.setting}`)" for change in flip.changes]
    return f"{flip.framework.title} would fit better if {join_words(changes)}"


def flips_sentence(flips: Sequence[Flip]) -> str:
    """Return what would change the verdict, without settings, as a sentence; "" if nothing does:
    ``Flask would fit better if it stays small, Django if it needs a back office.``"""
    clauses = [
        f"{flip.framework.title}{'' if position else ' would fit better'} if "
        f"{join_words([change.words for change in flip.changes])}"
        for position, flip in enumerate(flips)
    ]
    return f"{', '.join(clauses)}." if clauses else ""


def tip_words(flip: Flip) -> str:
    """Return what would tip an open verdict in the words of the questions."""
    return tip(flip.framework.title, [change.words for change in flip.changes])


def find_tips(assessment: Assessment) -> tuple[Flip, ...]:
    """Return what would tip the verdict to each candidate; nothing where it is not open."""
    is_open = assessment.verdict.kind in (VerdictKind.EITHER, VerdictKind.UNDECIDED)
    return find_flips(assessment) if is_open else ()


def find_flips(assessment: Assessment) -> tuple[Flip, ...]:
    """Return how the verdict could change to each candidate that it does not favor.

    That is every other framework where the verdict favors one, all where it is open, and none where
    the project gets no verdict, has decided, has no reason to change, or ``MOST`` changes are not
    enough.
    """
    verdict, base = assessment.verdict, assessment.rule_base
    if not is_applicable(assessment) or is_decided(assessment) or is_enough(assessment):
        return ()
    goals = [framework for framework in base.candidates if framework != verdict.framework]
    flips = [Flip(goal, _changes(assessment, goal.id)) for goal in goals]
    return tuple(flip for flip in flips if flip.changes)


def _changes(assessment: Assessment, goal: str) -> tuple[TraitChange, ...]:
    """Return the fewest changes found.

    Each step adds the change that moves the verdict most; the last step, of all that flip the
    verdict, the most likely one.
    """
    changes: tuple[TraitChange, ...] = ()
    while len(changes) < MOST:
        tried = [(*changes, change) for change in _candidates(assessment, changes, goal)]
        memories = {attempt: _memory_with(assessment, attempt) for attempt in tried}
        flipping = [attempt for attempt in tried if _favors(memories[attempt], assessment, goal)]
        if flipping:
            return max(flipping, key=lambda attempt: _likelihood(assessment, attempt[-1]))
        if not tried:
            break
        changes = max(
            tried,
            key=lambda attempt: (
                _support(memories[attempt], assessment.rule_base, goal),
                _likelihood(assessment, attempt[-1]),
            ),
        )
    return ()


def _likelihood(assessment: Assessment, change: TraitChange) -> tuple[float, float, str]:
    """Return how close a change is to the present belief, then how frequent it is in general.

    The id makes the order stable.
    """
    conclusion = assessment.memory.conclusion(symbols.trait(change.trait.id))
    belief = conclusion.belief - conclusion.disbelief
    frequency = change.trait.question.frequency if change.trait.question else 0.0
    sign = 1 if change.holds else -1
    return sign * belief, sign * frequency, change.trait.id


def _candidates(
    assessment: Assessment, taken: tuple[TraitChange, ...], goal: str
) -> Iterator[TraitChange]:
    """Yield changes of traits that guidance reads and a person can observe, without declared ones.

    Only traits that a rule for the goal requires are supposed to hold. Others can help the goal by
    accident: "serves pages" without any other need would favor a small core. So are none that
    another trait excludes: a microservice does not publish content.
    """
    base = assessment.rule_base
    low, medium = base.threshold("low"), base.threshold("medium")
    used = {change.trait.id for change in taken} | assessment.project.settings.traits.keys()
    possible = _required_for(goal, base) - _excluded(assessment, taken)
    for trait in (base.traits[name] for name in read_by_guidance(base) if name not in used):
        belief = assessment.memory.conclusion(symbols.trait(trait.id)).belief
        if trait.question and belief < medium and trait.id in possible:
            yield TraitChange(trait, holds=True)
        if trait.question and belief >= low:
            yield TraitChange(trait, holds=False)


def _excluded(assessment: Assessment, taken: tuple[TraitChange, ...]) -> set[str]:
    """Return the ids of the traits that a certain trait or a change excludes."""
    sure = {found.trait.id for found in assessment.traits if found.certainty in _SURE}
    sure.difference_update(change.trait.id for change in taken if not change.holds)
    sure.update(change.trait.id for change in taken if change.holds)
    return set(chain.from_iterable(map(assessment.rule_base.excluded_by, sure)))


def _required_for(goal: str, rule_base: RuleBase) -> set[str]:
    """Return the ids of the traits that rules for a framework require, without alternatives."""
    rules = (rule for rule in rule_base.guidance.values() if rule.favors == goal)
    required = (proposition for rule in rules for proposition in _required(rule.condition))
    return set(filter(None, map(symbols.trait_of, required)))


def _required(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Believed):
        yield condition.proposition
    elif isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _required(part)


def read_by_guidance(rule_base: RuleBase) -> list[str]:
    """Return the ids of the traits that can affect the verdict."""
    read = (
        proposition
        for rule in rule_base.guidance.values()
        for proposition in rule.condition.propositions()
    )
    return list(filter(None, dict.fromkeys(map(symbols.trait_of, read))))


def _memory_with(assessment: Assessment, changes: tuple[TraitChange, ...]) -> WorkingMemory:
    supposed = {symbols.trait(change.trait.id): change.holds for change in changes}
    without = disabled_rules(assessment.project.settings)
    return suppose(assessment.rule_base.program, assessment.memory, supposed, without)


def _favors(memory: WorkingMemory, assessment: Assessment, goal: str) -> bool:
    verdict = reach_verdict(
        memory, assessment.sightings, assessment.rule_base, assessment.framework
    )
    return verdict.favors == goal


def _support(memory: WorkingMemory, rule_base: RuleBase, goal: str) -> float:
    """Return the net belief that the guidance favors a framework, from -1 to 1."""
    weights = guidance_weights(memory, rule_base)
    return belief_against_rivals(rule_base.frameworks[goal], weights)
