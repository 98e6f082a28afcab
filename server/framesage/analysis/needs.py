"""What a project needs, and how much of it a framework includes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.analysis.model import Analysis, InferredTrait
    from framesage.rulebase.need_model import Cause, Need

_FOUND = ("medium", "high", "declared")


def needs_of(analysis: Analysis) -> Iterator[tuple[Need, InferredTrait]]:
    """Yield the needs of the project, each with the first trait that it follows from."""
    traits = {found.trait.id: found for found in analysis.traits if found.certainty in _FOUND}
    for need in analysis.rule_base.needs.values():
        found = [traits[cause.trait] for cause in need.causes if _holds(cause, traits)]
        if found and not _is_denied(need, analysis):
            yield need, found[0]


def count_included(framework: str, analysis: Analysis) -> int:
    """Return how many of the project's needs a framework (its id) includes something for."""
    provisions = (need.provisions.get(framework) for need, _ in needs_of(analysis))
    return sum(bool(provision and provision.included) for provision in provisions)


def _holds(cause: Cause, traits: Mapping[str, InferredTrait]) -> bool:
    together = traits.keys() >= {cause.trait, *cause.others}
    return together and traits.keys().isdisjoint(cause.unless)


def _is_denied(need: Need, analysis: Analysis) -> bool:
    """Return whether the project is known not to have the trait that is the need itself."""
    conclusion = analysis.memory.conclusion(symbols.trait(need.causes[0].trait))
    return conclusion.disbelief >= analysis.rule_base.threshold("medium")
