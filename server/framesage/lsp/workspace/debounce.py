"""Debounce the analysis: run it at once after a single change, and once after a burst."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

_log = logging.getLogger(__name__)


class Debouncer:
    """Runs requested work on the event loop, once for each key however often it was requested.

    Work is postponed while messages are waiting, so that only the last of a burst of changes is
    analyzed; there is no timer, and a single change is analyzed right after it was handled.
    """

    def __init__(
        self,
        waiting: Callable[[], int],
        run: Callable[[Hashable], None],
        known: Callable[[], Iterable[Hashable]] = tuple,
    ) -> None:
        """Call ``run`` for each requested key; ``known`` returns those of ``request_known``."""
        self._waiting = waiting
        self._run = run
        self._known = known
        self._requested: dict[Hashable, None] = {}
        self._is_known_requested = False
        self._is_scheduled = False

    def request(self, key: Hashable) -> None:
        """Request the work for a key."""
        self._requested[key] = None
        self._schedule()

    def request_known(self) -> None:
        """Request the work for all known keys; they are looked up when the work is done."""
        self._is_known_requested = True
        self._schedule()

    def flush(self) -> None:
        """Do all requested work now."""
        requested, self._requested = self._requested, {}
        for key in requested:
            self._attempt(key)
        if self._is_known_requested:
            self._is_known_requested = False
            for key in self._known():
                if key not in requested:
                    self._attempt(key)

    def _attempt(self, key: Hashable) -> None:
        try:
            self._run(key)
        except Exception:  # noqa: BLE001 - an error in one project must not affect the others
            _log.exception("the analysis of %s failed", key)

    def _schedule(self) -> None:
        if not self._is_scheduled:
            self._is_scheduled = True
            asyncio.get_running_loop().call_soon(self._flush_if_idle)

    def _flush_if_idle(self) -> None:
        self._is_scheduled = False
        if self._waiting():
            self._schedule()
        else:
            self.flush()
