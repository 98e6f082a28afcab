"""Collect garbage while nobody types.

Python looks for cycles whenever enough objects were made, in the middle of a key as likely as not:
with the objects of a project of 2,500 requirements that takes longer than all else. What the
imports and the rules made is never garbage, so it is frozen. See docs/adr/0046.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

PAUSE = 0.5
"""Seconds without a message after which nobody is typing."""
LONG_PAUSE = 30.0
MANY = 200_000
"""The new objects after which it is collected without a pause, between two messages."""


class GarbageCollector:
    """Collects after pauses, and without one before there is too much to collect."""

    def __init__(self, loop: asyncio.AbstractEventLoop, waiting: Callable[[], int]) -> None:
        self._loop = loop
        self._waiting = waiting
        self._last = 0.0
        self._is_scheduled = False

    def start(self) -> None:
        """Take over from Python, which collects at any time."""
        gc.disable()
        gc.freeze()

    def message(self) -> None:
        """Note that a message has come, and with it garbage."""
        self._last = self._loop.time()
        if not self._is_scheduled:
            self._is_scheduled = True
            self._loop.call_later(PAUSE, self._look)

    def seconds_quiet(self) -> float:
        """Return for how long no message has come."""
        return self._loop.time() - self._last

    def _look(self) -> None:
        """Collect if there was a pause, else look again when there may have been one."""
        pause = self.seconds_quiet()
        is_idle = pause >= PAUSE and not self._waiting()
        if not is_idle and gc.get_count()[0] < MANY:
            self._loop.call_later(max(PAUSE - pause, PAUSE / 10), self._look)
            return
        self._is_scheduled = False
        gc.collect(1)
        if is_idle:
            self._loop.call_later(LONG_PAUSE, self._collect_all, self._last)

    def _collect_all(self, last: float) -> None:
        """Collect also what is older, which can take long, if there was no message since."""
        if self._last == last:
            gc.collect()
