"""The state of a consultation: the answers so far, and what follows from them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.advice.model import Assessment
    from framesage.rulebase.model import Trait


class Answer(Enum):
    """An answer to the question whether a project has a trait."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @property
    def holds(self) -> bool | None:
        """Whether the trait holds; None if the person does not know."""
        return None if self is Answer.UNKNOWN else self is Answer.YES


@frozen(slots=False)
class Consultation:
    """A step of the dialogue.

    ``assessment`` is that of the project with the answers. ``question`` is the trait to ask about
    next, or None where nothing is left to ask. ``settled`` is whether no combination of answers to
    the questions that are still open could change the verdict. ``contradictions`` are sentences
    about answers that contradict the evidence or each other.
    """

    assessment: Assessment
    answers: Mapping[str, Answer]
    question: Trait | None
    settled: bool
    contradictions: tuple[str, ...] = ()

    @property
    def declared(self) -> dict[str, bool]:
        """The answers that settings can declare: yes and no, by trait."""
        holds = {trait: answer.holds for trait, answer in self.answers.items()}
        return {trait: value for trait, value in holds.items() if value is not None}
