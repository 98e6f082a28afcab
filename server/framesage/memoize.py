"""Remembering what a function returned, for texts of the length that lines have.

A session types into a line thousands of times, and each time it is another line: remembered at any
length, a line of a megabyte would soon take all the memory there is.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 1_000

Function = TypeVar("Function", bound="Callable[..., Any]")


def memoize_short(size: int, length: Callable[[Any], int] = len) -> Callable[[Function], Function]:
    """Remember up to ``size`` results, those for a first argument up to ``LONGEST`` alone.

    ``length`` measures that argument.
    """

    def decorate(function: Function) -> Function:
        known = lru_cache(size)(function)

        @wraps(function)
        def call(text: object, *more: object, **options: object) -> object:
            answer = known if length(text) <= LONGEST else function
            return answer(text, *more, **options)

        return cast("Function", call)

    return decorate
