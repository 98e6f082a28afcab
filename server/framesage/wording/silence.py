"""Why Framesage says nothing about a project: what it is treated as, and because of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.analysis.framework import WEB
from framesage.analysis.model import UseKind
from framesage.analysis.verdict import is_reusable_package
from framesage.rulebase import symbols
from framesage.rulebase.vocabulary import REUSABLE
from framesage.wording.grammar import join_words
from framesage.wording.reasons import reason_locations, reason_words, subject_words
from framesage.wording.verdict import verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis
    from framesage.inference import Reason
    from framesage.rulebase.model import Trait

_MOST_REASONS = 2


class Silence(NamedTuple):
    """A sentence without its full stop, and where its main reason is."""

    words: str
    location: Location | None


def find_silence(analysis: Analysis) -> Silence | None:
    """Return why a project gets no advice; None if it gets some, or if the settings say so.

    Also None where no sign of a web application was outvoted.
    """
    web = analysis.memory.conclusion(WEB)
    if web.declared is False:
        return None
    base = analysis.rule_base
    for trait in _silencing_traits(analysis):
        conclusion = analysis.memory.conclusion(symbols.trait(trait.id))
        if conclusion.declared is None and conclusion.belief >= base.threshold("medium"):
            return _because(f"Treated as {trait.outside}", conclusion.supporting, analysis)
    outvoted = web.support >= base.threshold("low") or web.disbelief >= base.threshold("medium")
    if analysis.web or not web.opposing or not outvoted:
        return _only_aside(analysis)
    return _because("Not treated as a web application", web.opposing, analysis)


def says_nothing(analysis: Analysis) -> bool:
    """Return whether a project neither requires anything nor says what it is."""
    web = analysis.memory.conclusion(WEB)
    requires = any(len(manifest.requirements) for manifest in analysis.project.manifests)
    return not (requires or web.supporting or web.opposing or web.declared is not None)


def silence_or_framework(analysis: Analysis) -> Silence | None:
    """Return why a project gets no advice, also if the verdict says it: it uses another framework.

    For views that do not show the verdict.
    """
    if analysis.web and analysis.framework.kind is UseKind.OTHER:
        return Silence(verdict_sentence(analysis), next(iter(analysis.framework.locations), None))
    return find_silence(analysis)


def _silencing_traits(analysis: Analysis) -> list[Trait]:
    """Return the traits that can keep the project from getting a verdict."""
    traits = [trait for trait in analysis.rule_base.traits.values() if trait.outside]
    if not analysis.web or is_reusable_package(analysis):
        return [trait for trait in traits if trait.id == REUSABLE]
    return traits if analysis.framework.kind is UseKind.NONE else []


def _only_aside(analysis: Analysis) -> Silence | None:
    """Return that a project only requires a framework for its tests or in an extra."""
    parts = analysis.framework.parts
    if analysis.web or not parts or analysis.framework.kind is not UseKind.NONE:
        return None
    titles = list(dict.fromkeys(part.framework.title for part in parts))
    be = "is" if len(titles) == 1 else "are"
    words = f"{join_words(titles)} {be} only for development or in an extra"
    return Silence(f"Not treated as a web application because {words}", parts[0].location)


def _because(words: str, reasons: Sequence[Reason], analysis: Analysis) -> Silence:
    main = reasons[0]
    if main.evaluation is not None:
        cause = reason_words(main, analysis)
    else:
        named = [reason for reason in reasons if reason.evaluation is None][:_MOST_REASONS]
        cause = f"of {join_words([subject_words(reason, analysis.sightings) for reason in named])}"
    return Silence(f"{words} because {cause}", next(iter(reason_locations(main, analysis)), None))
