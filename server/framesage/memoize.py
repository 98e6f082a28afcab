"""Memoization for short texts.

While someone types into a line, every keystroke makes another line. With lines of a megabyte,
caching each of them would soon exhaust the memory.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_LENGTH = 1_000

Function = TypeVar("Function", bound="Callable[..., Any]")


def memoize_short(size: int, length: Callable[[Any], int] = len) -> Callable[[Function], Function]:
    """Cache up to ``size`` results of a function whose first argument is short.

    Arguments longer than ``MAX_LENGTH``, measured with ``length``, bypass the cache.
    """

    def decorate(function: Function) -> Function:
        cached = lru_cache(size)(function)

        @wraps(function)
        def call(text: object, *more: object, **options: object) -> object:
            chosen = cached if length(text) <= MAX_LENGTH else function
            return chosen(text, *more, **options)

        return cast("Function", call)

    return decorate
