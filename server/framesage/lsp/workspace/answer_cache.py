"""Cache of answers to requests that editors repeat, such as at every move of the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from framesage.advice.model import Assessment

Answer = TypeVar("Answer")


class AnswerCache:
    """Answers that follow from an assessment, until there is another one."""

    def __init__(self) -> None:
        self._assessment: Assessment | None = None
        self._answers: dict[Hashable, object] = {}

    def get(self, assessment: Assessment, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer with a key; the same object is the same assessment."""
        if assessment is not self._assessment:
            self._assessment, self._answers = assessment, {}
        if key not in self._answers:
            self._answers[key] = make()
        return cast("Answer", self._answers[key])
