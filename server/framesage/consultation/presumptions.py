"""What the consultation presumes of a project against its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.rulebase.vocabulary import GATE, REUSABLE
from framesage.wording.consultation import presumed_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment


PRESUMED = {GATE: True, REUSABLE: False}
"""Who asks for a framework has a web application of their own."""


def presumptions(assessment: Assessment) -> dict[str, bool]:
    """Return what to presume of a project, by trait; ``assessment`` is that before any answer.

    A package that others install chooses no framework, so what looks like one is not questioned.
    """
    package = assessment.memory.conclusion(symbols.trait(REUSABLE))
    is_package = package.belief >= assessment.rule_base.threshold("medium")
    return {GATE: True} if is_package else dict(PRESUMED)


def doubtful_presumptions(assessment: Assessment) -> Iterator[str]:
    """Yield a sentence for each presumption that the evidence is against.

    ``assessment`` is that before the consultation.
    """
    base = assessment.rule_base
    for trait, holds in presumptions(assessment).items():
        found = assessment.memory.conclusion(symbols.trait(trait))
        opposite = found.disbelief if holds else found.belief
        if found.declared is None and opposite >= base.threshold("low"):
            reasons = found.opposing if holds else found.supporting
            yield presumed_against(base.traits[trait].words(holds), reasons, assessment)
