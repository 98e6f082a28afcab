"""The arithmetic of certainty: weights of evidence that add up.

A strength ``s`` in (0, 1) is the belief that one piece of evidence alone justifies; its weight is
``-ln(1 - s)``. Adding weights is the certainty-factor algebra of MYCIN (``a + b - ab``) on
another scale: the order does not matter, and belief stays below 1. With evidence on both sides,
the net belief ``1 - exp(-(for - against))`` is EMYCIN's ``(MB - MD) / (1 - min(MB, MD))``.
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
    """Return the belief in [0, 1] for a weight; 0 for a negative weight.

    Rounded, so that no rounding error of the platform decides whether a threshold is reached.
    """
    return round(-math.expm1(-weight), 12) if weight > 0 else 0.0


def discounts(weights: Iterable[float]) -> list[float]:
    """Return the discounted weights of one evidence group, the strongest first.

    The strongest counts in full, the next half, the next a quarter: five packages with the same
    meaning are not five proofs, and yet another one never lowers the sum.
    """
    return [math.ldexp(weight, -rank) for rank, weight in enumerate(sorted(weights, reverse=True))]
