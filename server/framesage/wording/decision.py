"""Decisions for a framework: why one was made, what it replaces, and what is in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.symbols import favors
from framesage.wording.grammar import join_words
from framesage.wording.locations import location_name
from framesage.wording.reasons import MOST_REASONS, reason_words
from framesage.wording.verdict import certainty_words, framework_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import Analysis
    from framesage.rulebase.framework_model import Framework


def decision_reason(analysis: Analysis, framework: str) -> str:
    """Return why a person may choose a framework, the strongest reasons first, in one clause.

    It says if the verdict, which is that of the project without the decision, is another one.
    """
    reasons = analysis.memory.conclusion(favors(framework)).supporting
    words = [reason_words(reason, analysis) for reason in reasons[:MOST_REASONS]]
    favored = analysis.verdict.framework
    if favored is None or favored.id == framework:
        return "; ".join(words) or _without_reasons(analysis)
    certainty = certainty_words(analysis)
    against = (
        f"although the evidence favors {favored.title}{f' ({certainty})' if certainty else ''}"
    )
    return f"{'; '.join(words)}, {against}" if words else f"chosen {against}"


def _without_reasons(analysis: Analysis) -> str:
    any_of = "either" if len(analysis.rule_base.candidates) == 2 else "any"
    return f"chosen without evidence for {any_of} framework"


def in_use_words(analysis: Analysis, wanted: Framework) -> str:
    """Return that other frameworks than the wanted one are in use, and what to do, as a clause."""
    names = framework_names(analysis)
    where = [location_name(analysis.project, found) for found in analysis.framework.locations[:1]]
    verb = "are" if len(analysis.framework.frameworks) > 1 else "is"
    return (
        f"{names} {verb} in use here{f' ({where[0]})' if where else ''}; remove it first, or start "
        f"with {wanted.title} in a folder of its own"
    )


def replaced_words(name: str, settings: Sequence[str]) -> str:
    """Return which settings of a file are replaced or removed, each as in TOML."""
    return f"{name}: this replaces {join_words([f'`{setting}`' for setting in settings])}"
