"""Reasons in words, and the places that they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.analysis.applicability import is_asked
from framesage.analysis.provenance import places_behind, positive_leaves, telling
from framesage.inference import Holds
from framesage.wording.phrases import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.advice.model import Assessment, Place, TraitFound, Verdict
    from framesage.inference import Reason, World
    from framesage.rulebase.rule_base import RuleBase

_METADATA = {"word": "description's"}  # keywords and classifiers are called just that
_COUNTED = {"python-files": "Python files", "packages": "packages of its own"}


def reason_words(reason: Reason, rule_base: RuleBase) -> str:
    """Return why: a rule's title, a derivation's why, or ``Flask-Login logs people in``."""
    if reason.judgement is not None:
        return rule_base.reason_titles.get(reason.source, reason.source)
    group = rule_base.evidence_by_id.get(reason.group)
    subject = subject_words(reason)
    return f"{subject} {group.why}" if group else subject


def subject_words(reason: Reason) -> str:
    """Return what a piece of evidence is: a requirement as written, or metadata in short."""
    kind, _, name = reason.source.partition(":")
    if kind == "layout":
        return layout_words(name)
    if kind != "package":
        return f"the {_METADATA.get(kind, kind)} '{name}'"
    return next((cast("Place", place).text for place in reason.places if place), name)


def layout_words(fact: str) -> str:
    """Return what the names of a project's files tell, as a subject."""
    for sign, words in (("<=", "at most"), (">", "more than")):
        counted, found, number = fact.partition(sign)
        if found:
            return f"a project of {words} {number} {_COUNTED.get(counted, counted)}"
    return f"the {'folder' if fact.endswith('/') else 'file'} '{fact}'"


def reason_places(reason: Reason, assessment: Assessment) -> list[Place]:
    """Return the places a reason rests on: its own, or those behind the traits it follows from."""
    places = dict.fromkeys(cast("Place", place) for place in reason.places if place)
    for leaf in positive_leaves(reason.judgement) if reason.judgement else ():
        places.update(dict.fromkeys(cast("Place", place) for place in leaf.places))
        if isinstance(leaf.condition, Holds):
            behind = places_behind(leaf.condition.proposition, assessment.world)
            places.update(dict.fromkeys(behind))
    return list(places)


def trait_places(found: TraitFound, assessment: Assessment) -> list[Place]:
    """Return the places that make a trait believed; none where it was declared."""
    reasons = telling(found.conclusion)
    every = (place for one in reasons for place in reason_places(one, assessment))
    return list(dict.fromkeys(every))


def unplaced_words(reasons: Sequence[Reason], assessment: Assessment) -> str:
    """Return what reasons rest on that no line shows: what is declared, or the names of files."""
    declared = not reasons or any(_rests_on_declared(one, assessment.world) for one in reasons)
    return "as declared" if declared else "the names of its files"


def _rests_on_declared(reason: Reason, world: World) -> bool:
    leaves = positive_leaves(reason.judgement) if reason.judgement else ()
    asked = [one.condition.proposition for one in leaves if isinstance(one.condition, Holds)]
    behind = [world.conclusion(proposition) for proposition in asked]
    return any(
        one.declared is not None or any(_rests_on_declared(each, world) for each in one.supporting)
        for one in behind
    )


def main_reasons(verdict: Verdict, rule_base: RuleBase, most: int = 3) -> str:
    """Return the strongest reasons for what is favoured, in one clause."""
    return "; ".join(reason_words(one, rule_base) for one in verdict.because[:most])


def reasons_by_side(assessment: Assessment) -> tuple[tuple[str, tuple[Reason, ...]], ...]:
    """Return the reasons for and against what is favoured, each side under a heading.

    Where the verdict is open, or the settings have decided, the sides are the frameworks
    themselves; where no verdict is asked for there are none.
    """
    verdict, base = assessment.verdict, assessment.rule_base
    if not is_asked(assessment):
        return ()
    sides = (verdict.because, verdict.despite)
    names = ["because", "despite"]
    if verdict.favors in ("either", "undecided") or assessment.use.decided:
        names = [_side(reasons, base) for reasons in sides]
    pairs = zip(names, sides, strict=True)
    return tuple((name, reasons) for name, reasons in pairs if reasons)


def _side(reasons: Sequence[Reason], rule_base: RuleBase) -> str:
    favored = {rule_base.guidance[one.source].favors for one in reasons}
    return f"for {join_words([rule_base.frameworks[one].title for one in favored])}"
