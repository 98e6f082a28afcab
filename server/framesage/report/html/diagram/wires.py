"""The look of a link, which both layouts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.wording.reasons import strength_word

if TYPE_CHECKING:
    from framesage.explanation.inference_graph import Link
    from framesage.rulebase.model import Scale


def wire_classes(link: Link, scale: Scale) -> str:
    """Return the classes of a link: its strength, its target, and whether it is against that."""
    strength = strength_word(link.weight, scale)
    kinds = ["wire", strength, symbols.parse(link.target).name, *["against"] * link.against]
    return " ".join(kinds)
