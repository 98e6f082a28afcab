"""Results that are kept by their arguments, as far as they fit into a number of bytes.

While someone types into a line, every keystroke makes another line, and what is read in it can be a
hundred times as large as its text. So results are counted by their size, not by their number.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Function = TypeVar("Function", bound="Callable[..., Any]")

_ENTRY = 300  # bytes of a place in a dictionary and of its key, without the text
_memories: list[Memory] = []


class Memory:
    """Results by arguments; what does not fit is left out, and sometimes all is computed again."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.results: dict[tuple[object, ...], object] = {}
        self.taken = 0
        self._left_out = 0
        _memories.append(self)

    def put(self, arguments: tuple[object, ...], result: object, size: int) -> None:
        """Keep a result of so many bytes, or leave it out if there is no room for it.

        Those of a file that has changed since then leave at some time: with everything else.
        """
        if self.taken + size + _ENTRY <= self.limit:
            self.results[arguments] = result
            self.taken += size + _ENTRY
            return
        self._left_out += 1
        if self._left_out > len(self.results):
            self.clear()

    def clear(self) -> None:
        """Forget all results."""
        self.results.clear()
        self.taken = self._left_out = 0


def remember(limit: int, size: Callable[[Any], int]) -> Callable[[Function], Function]:
    """Keep the results of a function in a memory of ``limit`` bytes; None is not a result.

    ``size`` estimates the bytes of a result and of the text that it was made from.
    """

    def decorate(function: Function) -> Function:
        memory = Memory(limit)
        results = memory.results

        @wraps(function)
        def call(*arguments: object) -> object:
            found = results.get(arguments)
            if found is None:
                found = function(*arguments)
                memory.put(arguments, found, size(found))
            return found

        return cast("Function", call)

    return decorate


def forget() -> None:
    """Forget what was read in all documents, because one of them was closed."""
    for memory in _memories:
        memory.clear()
