"""Reasons in words, how much they contribute, and the locations that they are based on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from framesage.analysis.provenance import (
    locations_behind,
    rests_on_declaration,
    significant_reasons,
    supporting_leaves,
    telling_leaves,
)
from framesage.analysis.traits import certainty_of
from framesage.analysis.verdict import is_applicable, is_enough
from framesage.inference import Believed, belief_of
from framesage.manifests.model import Metadata
from framesage.rulebase.symbols import Kind, parse, trait_of
from framesage.wording.grammar import join_words, limit_words, shorten
from framesage.wording.layout import layout_words
from framesage.wording.locations import location_list, without_copies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis, InferredTrait, Verdict
    from framesage.analysis.sightings import Sightings
    from framesage.inference import Conclusion, Reason
    from framesage.rulebase.model import Scale
    from framesage.rulebase.rule_base import RuleBase

MOST_REASONS = 3
"""How many reasons a short text gives."""

_MOST_SIDES = 2
"""For how many frameworks a clause gives a reason, unless more than these would do."""

LONGEST_REASON = 72
"""The most code points of a brief reason: it stays on one line of a hover."""

NEW_PROJECT = "in a new project"
"""Where reasons count for a framework, if there is no reason to change from the one in use."""

_TOLD = (Kind.KIND, Kind.PART, Kind.ABOUT, Kind.ATTRIBUTE, Kind.PHRASE, Kind.LACKS)
_LABELS = {Kind.KEYWORD: "keyword", Kind.CLASSIFIER: "classifier"}
_TEXTS = {"readme": "README", "title": "README's title"}
_STRENGTHS = {"high": "strong", "medium": "fair", "low": "weak", "": "slight"}


def reason_words(reason: Reason, analysis: Analysis) -> str:
    """Return a rule's title, a derivation's why, or ``Flask-Login logs people in``."""
    if reason.evaluation is not None:
        return analysis.rule_base.reason_titles.get(reason.source, reason.source)
    group = analysis.rule_base.evidence_by_id.get(reason.group)
    subject = subject_words(reason, analysis.sightings)
    return f"{subject} {group.why}" if group else subject


def subject_words(reason: Reason, sightings: Sightings) -> str:
    """Return the name of a piece of evidence: a requirement as written, or metadata in short."""
    kind, name, _ = parse(reason.source)
    if kind is Kind.LAYOUT:
        return layout_words(name)
    if kind is Kind.NAME:
        where = "name" if sightings.of_reason(reason) else "path"
        return f"'{name.removeprefix('-')}' in its {where}"
    if kind in _LABELS:
        return f"the {_LABELS[kind]} '{name}'"
    if kind in _TOLD:
        return _told_words(reason, name, sightings)
    return next((location.text for location in sightings.of_reason(reason)), name)


def _told_words(reason: Reason, name: str, sightings: Sightings) -> str:
    """Return ``'online store' in the description``, as written there."""
    for location in sightings.of_reason(reason):
        key = location.subject.key if isinstance(location.subject, Metadata) else ""
        start, end = location.range
        written = location.text if start.line == end.line else name
        return f"'{written}' in the {_TEXTS.get(key, key)}"
    return f"'{name}' in the description"


def strength_word(weight: float, scale: Scale) -> str:
    """Return the strength of a single piece of evidence in a word."""
    return _STRENGTHS[certainty_of(belief_of(weight), scale)]


def belief_words(conclusion: Conclusion, scale: Scale) -> str:
    """Return in words how far a trait is believed."""
    if conclusion.declared is not None:
        return "declared true" if conclusion.declared else "declared not true"
    certainty = certainty_of(conclusion.belief, scale)
    if certainty:
        return f"{certainty} certainty"
    if certainty_of(conclusion.disbelief, scale):
        return "probably not true"
    if certainty_of(conclusion.support, scale):
        return "conflicting evidence"
    return "not enough evidence"


def traits_behind(reason: Reason) -> list[str]:
    """Return the ids of the traits that a rule drew its conclusion from."""
    return list(filter(None, dict.fromkeys(map(trait_of, _believed(reason)))))


def _believed(reason: Reason) -> list[str]:
    """Return the propositions that a rule drew its conclusion from."""
    leaves = supporting_leaves(reason.evaluation) if reason.evaluation else ()
    return [leaf.condition.proposition for leaf in leaves if isinstance(leaf.condition, Believed)]


def reason_locations(reason: Reason, analysis: Analysis) -> list[Location]:
    """Return the locations of a reason: its own, or those of the traits it follows from."""
    memory, sightings = analysis.memory, analysis.sightings
    locations = dict.fromkeys(sightings.of_reason(reason))
    for leaf in telling_leaves(reason.evaluation) if reason.evaluation else ():
        locations.update(dict.fromkeys(sightings.of_leaf(leaf)))
        if isinstance(leaf.condition, Believed):
            behind = locations_behind(leaf.condition.proposition, memory, sightings)
            locations.update(dict.fromkeys(behind))
    return list(locations)


def trait_locations(found: InferredTrait, analysis: Analysis) -> list[Location]:
    """Return the locations of the main evidence for a trait; none where it was declared."""
    return list(
        dict.fromkeys(
            location
            for reason in significant_reasons(found.conclusion)
            for location in reason_locations(reason, analysis)
        )
    )


def _is_told_by_files(found: InferredTrait) -> bool:
    """Return whether the heaviest evidence for a trait is the name of a file."""
    return any(
        reason.evaluation is None and parse(reason.source).kind is Kind.LAYOUT
        for reason in found.conclusion.supporting[:1]
    )


def trait_basis(
    found: InferredTrait, analysis: Analysis, escape: Callable[[str], str] = str
) -> str:
    """Return what a trait rests on: the main locations, and the names of files if they decide."""
    if found.conclusion.declared is not None:
        return unlocated_words((), analysis)
    locations = location_list(trait_locations(found, analysis), analysis.project, escape)
    if not locations:
        return unlocated_words(found.conclusion.supporting, analysis)
    return f"file names, {locations}" if _is_told_by_files(found) else locations


def unlocated_words(reasons: Sequence[Reason], analysis: Analysis) -> str:
    """Return the basis of reasons without a location: a declaration, or the names of files."""
    declared = not reasons or any(
        reason.evaluation and rests_on_declaration(reason.evaluation, analysis.memory)
        for reason in reasons
    )
    return "as declared" if declared else "file names"


def main_reasons(analysis: Analysis, longest: int = sys.maxsize) -> str:
    """Return the two strongest reasons for the favored framework, in one clause.

    Only the first where both take more than ``longest`` characters. Where no framework is favored,
    the strongest for each that fits, or for the two with most: ``it is a microservice (Flask)``.
    """
    verdict, rule_base = analysis.verdict, analysis.rule_base
    if verdict.framework:
        words = [reason_words(reason, analysis) for reason in verdict.because[:2]]
        clause = "; ".join(words)
        return clause if len(clause) <= longest else words[0]
    sides = _sides(verdict, rule_base)
    fitting = {framework.id for framework in verdict.fitting}
    if fitting:
        sides = [side for side in sides if rule_base.guidance[side[0].source].favors in fitting]
    return "; ".join(
        f"{reason_words(side[0], analysis)} ({_favored(side, rule_base)})"
        for side in sides[: max(len(fitting), _MOST_SIDES)]
    )


def _sides(verdict: Verdict, rule_base: RuleBase) -> list[tuple[Reason, ...]]:
    """Return the reasons for each framework, those that the verdict rests on first, then the others
    by their weight."""
    found: dict[str, list[Reason]] = {}
    for reason in (*verdict.because, *verdict.despite):
        rule = rule_base.guidance.get(reason.source)
        found.setdefault(rule.favors if rule else "", []).append(reason)
    first, *others = found.values() if found else [[]]
    others.sort(key=lambda reasons: -sum(reason.weight for reason in reasons))
    return [tuple(reasons) for reasons in (first, *others) if reasons]


def _favored(reasons: Sequence[Reason], rule_base: RuleBase) -> str:
    """Return the titles of the frameworks that reasons favor."""
    favored = dict.fromkeys(rule_base.guidance[reason.source].favors for reason in reasons)
    return join_words([rule_base.frameworks[name].title for name in favored])


def share(reasons: Sequence[Reason], verdict: Verdict) -> str:
    """Return the share that reasons have in the weight of all reasons on both sides: ``40%``."""
    total = sum(reason.weight for reason in (*verdict.because, *verdict.despite))
    part = sum(reason.weight for reason in reasons) / total
    return f"{part:.0%}" if part >= 0.01 else "<1%"


def reasons_by_side(analysis: Analysis) -> tuple[tuple[str, tuple[Reason, ...]], ...]:
    """Return the reasons for each framework under a heading, those for the favored one first.

    Nothing where the project gets no verdict.
    """
    sides = _sides(analysis.verdict, analysis.rule_base) if is_applicable(analysis) else ()
    return tuple((_heading(reasons, analysis), reasons) for reasons in sides)


def strongest_reasons(analysis: Analysis) -> list[Reason]:
    """Return a few reasons, those for the favored framework first, with at least one for each side
    that has any; none where the project gets no verdict."""
    sides = [reasons for _, reasons in reasons_by_side(analysis)]
    rest = sorted(
        (reason for side in sides for reason in side[1:]), key=lambda found: -found.weight
    )
    kept = [*(side[0] for side in sides), *rest][:MOST_REASONS]
    return [reason for side in sides for reason in side if reason in kept]


def brief_reason(reason: Reason, analysis: Analysis) -> str:
    """Return a reason and what it is based on, on a short line: ``it needs an admin back office
    (Flask-Admin)``; with the framework that it favors where that is not the verdict's.
    """
    is_clear = analysis.verdict.framework and not analysis.verdict.despite
    side = "" if is_clear else f"for {_favored([reason], analysis.rule_base)}: "
    words = f"{side}{reason_words(reason, analysis)}"
    names = _brief_names(reason, analysis)
    shown = next(
        (
            basis
            for count in range(len(names), 0, -1)
            if len(words) + len(basis := ", ".join(limit_words(names, count))) <= LONGEST_REASON - 3
        ),
        "",
    )
    return shorten(f"{words} ({shown})" if shown else words, LONGEST_REASON)


def _brief_names(reason: Reason, analysis: Analysis) -> list[str]:
    """Return the texts at the locations of a reason, those of a description in quotes."""
    locations = without_copies(reason_locations(reason, analysis))
    names = [
        f"'{location.text}'" if isinstance(location.subject, Metadata) else location.text
        for location in locations
    ]
    return list(dict.fromkeys(names)) or [unlocated_words([reason], analysis)]


def _heading(reasons: Sequence[Reason], analysis: Analysis) -> str:
    titles = _favored(reasons, analysis.rule_base)
    if is_enough(analysis) and reasons == analysis.verdict.because:
        titles += f" {NEW_PROJECT}"
    return f"For {titles} ({share(reasons, analysis.verdict)} of the weight)"
