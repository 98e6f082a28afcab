"""The arithmetic of certainty: weights of evidence that simply add.

A strength ``s`` in (0, 1) is how far one piece of evidence alone would convince; its weight is
``-ln(1 - s)``. Adding weights is MYCIN's certainty-factor algebra (``a + b - ab``) on another
scale: no order, never above 1. With evidence on both sides the net belief
``1 - exp(-(for - against))`` is EMYCIN's ``(MB - MD) / (1 - min(MB, MD))``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CERTAIN = 0.999999


def weight_of(strength: float) -> float:
    """Return the weight of evidence of a strength in [0, 1]; 1 counts as 0.999999."""
    return -math.log1p(-min(strength, CERTAIN))


def belief_of(weight: float) -> float:
    """Return the belief in [0, 1] that a weight amounts to; a negative weight is no belief."""
    return -math.expm1(-weight) if weight > 0 else 0.0


def discounts(weights: Iterable[float]) -> list[float]:
    """Return what each weight of one evidence group counts, strongest first.

    The strongest counts whole, the next half, the next a quarter: five packages that say the same
    thing are not five proofs, and yet one more never lowers the sum.
    """
    return [weight / 2**rank for rank, weight in enumerate(sorted(weights, reverse=True))]
