"""Why Framesage says nothing about a project: what it is treated as, and because of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.analysis.framework import WEB
from framesage.analysis.model import UseKind
from framesage.analysis.provenance import known_locations
from framesage.analysis.verdict import is_reusable_package
from framesage.rulebase import symbols
from framesage.rulebase.vocabulary import REUSABLE
from framesage.wording.grammar import join_words
from framesage.wording.reasons import reason_words, subject_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import Analysis, Location
    from framesage.inference import Reason
    from framesage.rulebase.model import Trait

_MOST_REASONS = 2


class Silence(NamedTuple):
    """A clause, "treated as a library because of ...", and where the main reason is."""

    words: str
    location: Location | None


def find_silence(analysis: Analysis) -> Silence | None:
    """Return why a project gets no advice; None if it gets some, or if the settings say so.

    Also None where nothing at all indicates a web application.
    """
    medium = analysis.rule_base.threshold("medium")
    for trait in _silencing_traits(analysis):
        conclusion = analysis.memory.conclusion(symbols.trait(trait.id))
        if conclusion.declared is None and conclusion.belief >= medium:
            return _because(f"treated as {trait.outside}", conclusion.supporting, analysis)
    web = analysis.memory.conclusion(WEB)
    if analysis.web or web.declared is not None or not web.opposing:
        return None
    return _because("not treated as a web application", web.opposing, analysis)


def _silencing_traits(analysis: Analysis) -> list[Trait]:
    """Return the traits that can keep the project from getting a verdict."""
    traits = [trait for trait in analysis.rule_base.traits.values() if trait.outside]
    if not analysis.web or is_reusable_package(analysis):
        return [trait for trait in traits if trait.id == REUSABLE]
    return traits if analysis.framework.kind is UseKind.NONE else []


def _because(words: str, reasons: Sequence[Reason], analysis: Analysis) -> Silence:
    main = reasons[:_MOST_REASONS]
    names = join_words([_name(reason, analysis) for reason in main])
    locations = (place for reason in main for place in known_locations(reason.locations))
    return Silence(f"{words} because of {names}", next(locations, None))


def _name(reason: Reason, analysis: Analysis) -> str:
    if reason.evaluation is not None:
        return f'"{reason_words(reason, analysis.rule_base)}"'
    return subject_words(reason)
