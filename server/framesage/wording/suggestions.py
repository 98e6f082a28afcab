"""What a requirement suggests about its project, and what the frameworks bring for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.framework import WEB
from framesage.analysis.needs import needs_of
from framesage.analysis.traits import certainty_of, contributions_at
from framesage.analysis.verdict import is_applicable
from framesage.rulebase.symbols import trait_of
from framesage.wording.grammar import first_small, join_words
from framesage.wording.kits import bring_words
from framesage.wording.reasons import strength_word
from framesage.wording.verdict import is_decided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis
    from framesage.analysis.traits import Contribution
    from framesage.rulebase.need_model import Need

MOST_SUGGESTIONS = 3
MOST_NEEDS = 3


def suggestions_at(location: Location, analysis: Analysis) -> list[Contribution]:
    """Return what a location contributes to traits that the project is believed to have, the
    strongest first.

    Left out are those that repeat another one: that something here logs users in, where users log
    in; that the project is a web application, where the kind of one is known.
    """
    scale = analysis.rule_base.scale
    found = [
        contribution
        for contribution in contributions_at(location, analysis)
        if certainty_of(contribution.conclusion.belief, scale)
    ]
    repeated = _repeated({contribution.trait.id for contribution in found}, analysis)
    kept = (contribution for contribution in found if contribution.trait.id not in repeated)
    return sorted(kept, key=lambda contribution: -contribution.reason.weight)[:MOST_SUGGESTIONS]


def _repeated(traits: set[str], analysis: Analysis) -> set[str]:
    """Return the traits that cover needs which others of these make, and the one that is implied by
    all others."""
    covered_by = analysis.rule_base.covered_by
    covering = {other for trait in traits for other in covered_by.get(trait, ())}
    return covering | ({trait_of(WEB)} if len(traits) > 1 else set())


def suggestions_clause(contributions: Sequence[Contribution], analysis: Analysis) -> str:
    """Return suggestions as a clause: ``suggests user accounts (strong) and HTML pages (fair)``."""
    clauses = [
        f"{verb} {join_words(list(_titles(found, analysis)))}"
        for verb, against in (("suggests", False), ("is evidence against", True))
        if (found := [item for item in contributions if item.against is against])
    ]
    return join_words(clauses, "but")


def _titles(contributions: Sequence[Contribution], analysis: Analysis) -> Iterator[str]:
    for trait, _, reason, _ in contributions:
        strength = strength_word(reason.weight, analysis.rule_base.scale)
        yield f"{first_small(trait.title)} ({strength})"


def frameworks_bring(location: Location, analysis: Analysis) -> str:
    """Return what each framework has for the needs that a requirement is about, as sentences.

    "" for what is not a need of the project, and for a decision, which nothing is compared with.
    """
    if not is_applicable(analysis) or is_decided(analysis):
        return ""
    needs = needs_about(location, analysis)
    return bring_words(needs, analysis.rule_base.candidates) if needs else ""


def needs_about(location: Location, analysis: Analysis) -> list[Need]:
    """Return the project's needs that a requirement covers, or else those that it suggests."""
    needs = [need for need, _ in needs_of(analysis)]
    return _about(location, needs, analysis)


def _about(location: Location, needs: Sequence[Need], analysis: Analysis) -> list[Need]:
    name = getattr(location.subject, "name", "")
    suggested = {found.trait.id for found in suggestions_at(location, analysis)}
    covered = [need for need in needs if name in need.packages()]
    about = covered or [need for need in needs if need.causes[0].trait in suggested]
    return about[:MOST_NEEDS]


def related_words(location: Location, needs: Sequence[Need], analysis: Analysis) -> str:
    """Return the text at a location and what it is about: ``Flask-Login: accounts and login``.

    ``needs`` are those of the project.
    """
    topics = [need.title for need in _about(location, needs, analysis)]
    topics = topics or [
        first_small(found.trait.title)
        for found in suggestions_at(location, analysis)
        if not found.against
    ]
    return f"{location.text}: {', '.join(topics[:2])}" if topics else location.text
