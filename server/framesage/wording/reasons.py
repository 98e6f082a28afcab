"""Reasons in words, and the locations that they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.analysis.provenance import locations_behind, significant_reasons, supporting_leaves
from framesage.analysis.verdict import is_applicable
from framesage.inference import Believed
from framesage.rulebase.model import VerdictKind
from framesage.rulebase.symbols import Kind, parse
from framesage.wording.phrases import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import Analysis, InferredTrait, Location, Verdict
    from framesage.inference import Reason, WorkingMemory
    from framesage.rulebase.rule_base import RuleBase

_METADATA = {Kind.WORD: "description's", Kind.KEYWORD: "keyword", Kind.CLASSIFIER: "classifier"}
_COUNTED = {"python-files": "Python files", "packages": "packages of its own"}


def reason_words(reason: Reason, rule_base: RuleBase) -> str:
    """Return why: a rule's title, a derivation's why, or ``Flask-Login logs people in``."""
    if reason.evaluation is not None:
        return rule_base.reason_titles.get(reason.source, reason.source)
    group = rule_base.evidence_by_id.get(reason.group)
    subject = subject_words(reason)
    return f"{subject} {group.why}" if group else subject


def subject_words(reason: Reason) -> str:
    """Return what a piece of evidence is: a requirement as written, or metadata in short."""
    kind, name, _ = parse(reason.source)
    if kind is Kind.LAYOUT:
        return layout_words(name)
    if kind in _METADATA:
        return f"the {_METADATA[kind]} '{name}'"
    return next(
        (cast("Location", location).text for location in reason.locations if location), name
    )


def layout_words(fact: str) -> str:
    """Return what the names of a project's files tell, as a subject."""
    for sign, words in (("<=", "at most"), (">", "more than")):
        counted, found, number = fact.partition(sign)
        if found:
            return f"a project of {words} {number} {_COUNTED.get(counted, counted)}"
    return f"the {'folder' if fact.endswith('/') else 'file'} '{fact}'"


def reason_locations(reason: Reason, analysis: Analysis) -> list[Location]:
    """Return the locations behind a reason: its own, or those of the traits it follows from."""
    locations = dict.fromkeys(
        cast("Location", location) for location in reason.locations if location
    )
    for leaf in supporting_leaves(reason.evaluation) if reason.evaluation else ():
        locations.update(dict.fromkeys(cast("Location", location) for location in leaf.locations))
        if isinstance(leaf.condition, Believed):
            behind = locations_behind(leaf.condition.proposition, analysis.memory)
            locations.update(dict.fromkeys(behind))
    return list(locations)


def trait_locations(found: InferredTrait, analysis: Analysis) -> list[Location]:
    """Return the locations that make a trait believed; none where it was declared."""
    reasons = significant_reasons(found.conclusion)
    every = (location for one in reasons for location in reason_locations(one, analysis))
    return list(dict.fromkeys(every))


def unplaced_words(reasons: Sequence[Reason], analysis: Analysis) -> str:
    """Return what reasons rest on that no line shows: what is declared, or the names of files."""
    declared = not reasons or any(_rests_on_declared(one, analysis.memory) for one in reasons)
    return "as declared" if declared else "the names of its files"


def _rests_on_declared(reason: Reason, memory: WorkingMemory) -> bool:
    leaves = supporting_leaves(reason.evaluation) if reason.evaluation else ()
    asked = [one.condition.proposition for one in leaves if isinstance(one.condition, Believed)]
    behind = [memory.conclusion(proposition) for proposition in asked]
    return any(
        one.declared is not None or any(_rests_on_declared(each, memory) for each in one.supporting)
        for one in behind
    )


def main_reasons(verdict: Verdict, rule_base: RuleBase, most: int = 3) -> str:
    """Return the strongest reasons for what is favored, in one clause."""
    return "; ".join(reason_words(one, rule_base) for one in verdict.because[:most])


def reasons_by_side(analysis: Analysis) -> tuple[tuple[str, tuple[Reason, ...]], ...]:
    """Return the reasons for and against what is favored, each side under a heading.

    Where the verdict is open, or the settings have decided, the sides are the frameworks
    themselves; where no verdict is asked for there are none.
    """
    verdict, base = analysis.verdict, analysis.rule_base
    if not is_applicable(analysis):
        return ()
    sides = (verdict.because, verdict.despite)
    names = ["because", "despite"]
    if verdict.kind is not VerdictKind.FAVORS or analysis.framework.is_declared:
        names = [_side(reasons, base) for reasons in sides]
    pairs = zip(names, sides, strict=True)
    return tuple((name, reasons) for name, reasons in pairs if reasons)


def _side(reasons: Sequence[Reason], rule_base: RuleBase) -> str:
    favored = {rule_base.guidance[one.source].favors for one in reasons}
    return f"for {join_words([rule_base.frameworks[one].title for one in favored])}"
