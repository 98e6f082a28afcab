"""What the consultation presumes of a project against its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.consultation.consult import PRESUMED
from framesage.rulebase import symbols
from framesage.wording.consultation import presumed_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment


def doubtful_presumptions(assessment: Assessment) -> Iterator[str]:
    """Yield a sentence for each presumption that the evidence is against.

    ``assessment`` is that before the consultation.
    """
    base = assessment.rule_base
    for trait, holds in PRESUMED.items():
        found = assessment.memory.conclusion(symbols.trait(trait))
        opposite = found.disbelief if holds else found.belief
        if found.declared is None and opposite >= base.threshold("low"):
            reasons = found.opposing if holds else found.supporting
            yield presumed_against(base.traits[trait].words(holds), reasons, base)
