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

    The best of three ratios counts, since other processes slow some of them down.
    """
    short, long = make(size), make(2 * size)
    times = [(_seconds(run, short), _seconds(run, long)) for _ in range(3)]
    assert any(after < MAX_RATIO * before + NOISE for before, after in times), times


def _seconds(run: Callable[[T], object], argument: T) -> float:
    # Without collections, whose number and cost depend on what other tests have left behind.
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        run(argument)
        return time.process_time() - start
    finally:
        gc.enable()
