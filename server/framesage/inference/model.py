"""The input and output of inference: facts, evidence, rules and conclusions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from framesage.frozen import frozen
from framesage.inference.certainty import belief_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Fact(NamedTuple):
    """A symbol that was observed, with its reliability in [0, 1].

    A fact that is ``implied`` by others satisfies conditions, but is not evidence of its own.
    """

    symbol: str
    reliability: float = 1.0
    implied: bool = False


class Reliability(NamedTuple):
    """The reliability of the most reliable fact with a symbol; ``own`` is that of those that are
    not implied, 0 without any."""

    highest: float
    own: float


class Evidence(NamedTuple):
    """The symbol is evidence for (or ``against``) the proposition.

    Evidence of the same ``group`` has the same meaning, and is discounted.
    """

    symbol: str
    proposition: str
    strength: float
    group: str
    against: bool = False


class Belief(Protocol):
    """The net belief in a proposition and in its opposite, in [0, 1]."""

    @property
    def belief(self) -> float:
        """The net belief in it."""

    @property
    def disbelief(self) -> float:
        """The net belief in its opposite."""


class FactBase(Protocol):
    """The facts and beliefs that conditions are evaluated against."""

    def conclusion(self, proposition: str) -> Belief:
        """Return the belief in a proposition so far."""

    def reliability(self, symbols: Iterable[str]) -> float:
        """Return the reliability of the most reliable fact with one of the symbols; 0 without."""


class Condition(Protocol):
    """A condition over facts and conclusions, such as ``AllOf`` or ``Believed``."""

    def evaluate(self, facts: FactBase) -> Evaluation:
        """Return the degree to which the condition holds, and why."""

    def propositions(self) -> Iterator[str]:
        """Yield the propositions that must be concluded before the condition is evaluated."""

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that the condition looks for."""


@frozen
class Evaluation:
    """The degree to which a condition holds, in [0, 1], with its parts."""

    condition: Condition
    belief: float
    parts: tuple[Evaluation, ...] = ()

    @property
    def holds(self) -> bool:
        """Return whether the condition holds at all."""
        return self.belief > 0

    def leaves(self) -> Iterator[Evaluation]:
        """Yield the evaluations that have no parts, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@frozen
class Rule:
    """If the condition holds, it is evidence for (or ``against``) the proposition.

    Rules of the same ``group`` have the same meaning, and are discounted like evidence.
    """

    id: str
    condition: Condition
    proposition: str
    strength: float
    against: bool = False
    group: str = ""


@frozen
class Reason:
    """One justification: an evidence's symbol or a rule's id, and the weight it contributed."""

    source: str
    group: str
    weight: float
    evaluation: Evaluation | None = None


@frozen(slots=False)
class Conclusion:
    """A proposition with the reasons for and against it, the strongest first.

    ``declared`` is the user's own statement, which overrides all evidence.
    """

    proposition: str
    supporting: tuple[Reason, ...] = ()
    opposing: tuple[Reason, ...] = ()
    declared: bool | None = None

    @cached_property
    def weight_for(self) -> float:
        """The weight of the evidence for it."""
        return sum(reason.weight for reason in self.supporting)

    @cached_property
    def weight_against(self) -> float:
        """The weight of the evidence against it."""
        return sum(reason.weight for reason in self.opposing)

    @property
    def support(self) -> float:
        """The belief in [0, 1] from the evidence for it alone."""
        return belief_of(self.weight_for)

    @property
    def opposition(self) -> float:
        """The disbelief in [0, 1] from the evidence against it alone."""
        return belief_of(self.weight_against)

    @cached_property
    def belief(self) -> float:
        """The net belief in it, in [0, 1]; 0 if the evidence against it is stronger."""
        if self.declared is not None:
            return float(self.declared)
        return belief_of(self.weight_for - self.weight_against)

    @cached_property
    def disbelief(self) -> float:
        """The net belief in its opposite, in [0, 1]."""
        if self.declared is not None:
            return float(not self.declared)
        return belief_of(self.weight_against - self.weight_for)
