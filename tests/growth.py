"""Assert that a function's time grows in proportion to its input."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MAX_RATIO = 3
"""Twice the input takes twice the time; with a quadratic algorithm, four times."""

NOISE = 0.02
"""Seconds; differences below are not measurable on a busy machine."""


def assert_linear(run: Callable[[T], object], make: Callable[[int], T], size: int) -> None:
    """Compare the process time for an input with that for an input of twice its size.

    One linear ratio in three attempts is enough: other processes can slow one down.
    """
    short, long = make(size), make(2 * size)
    times = []
    for _ in range(3):
        before, after = _seconds(run, short), _seconds(run, long)
        if after < MAX_RATIO * before + NOISE:
            return
        times.append((before, after))
    raise AssertionError(times)


def _seconds(run: Callable[[T], object], argument: T) -> float:
    # Without garbage collection, whose cost depends on the objects of other tests.
    gc.disable()
    try:
        start = time.process_time()
        run(argument)
        return time.process_time() - start
    finally:
        gc.enable()
