"""What the engine reasons with, and what it concludes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen, frozen_roomy
from framesage.inference.certainty import belief_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from framesage.inference.conditions import Condition, Judgement


@frozen
class Observation:
    """Something seen: a symbol, how much seeing it there is worth in [0, 1], and where.

    ``place`` is the caller's own, handed back in justifications.
    """

    symbol: str
    quality: float = 1.0
    place: Hashable = None


class Evidence(NamedTuple):
    """Seeing ``symbol`` speaks for (or ``against``) ``proposition``.

    Pieces of one ``group`` say the same thing and are discounted together. (A tuple, since there
    are thousands, and they are made at every start.)
    """

    symbol: str
    proposition: str
    strength: float
    group: str
    against: bool = False


@frozen
class Rule:
    """When ``condition`` holds, that speaks for (or ``against``) ``proposition``."""

    id: str
    condition: Condition
    proposition: str
    strength: float
    against: bool = False


@frozen
class Reason:
    """One justification: an evidence's symbol or a rule's id, and the weight it contributed."""

    source: str
    group: str
    weight: float
    places: tuple[Hashable, ...] = ()
    judgement: Judgement | None = None


@frozen_roomy
class Conclusion:
    """A proposition with everything for it and everything against it, strongest first.

    ``declared`` is what the user said of it, which no evidence outweighs.
    """

    proposition: str
    supporting: tuple[Reason, ...] = ()
    opposing: tuple[Reason, ...] = ()
    declared: bool | None = None

    @cached_property
    def support(self) -> float:
        """The belief in [0, 1] that the evidence for it alone amounts to."""
        return belief_of(self._weight(self.supporting))

    @cached_property
    def opposition(self) -> float:
        """The belief in [0, 1] that the evidence against it alone amounts to."""
        return belief_of(self._weight(self.opposing))

    @cached_property
    def certainty(self) -> float:
        """The net belief in it, in [0, 1]; 0 where more speaks against it."""
        if self.declared is not None:
            return float(self.declared)
        return belief_of(self._weight(self.supporting) - self._weight(self.opposing))

    @cached_property
    def doubt(self) -> float:
        """The net belief in its opposite, in [0, 1]."""
        if self.declared is not None:
            return float(not self.declared)
        return belief_of(self._weight(self.opposing) - self._weight(self.supporting))

    @staticmethod
    def _weight(reasons: tuple[Reason, ...]) -> float:
        return sum(reason.weight for reason in reasons)
