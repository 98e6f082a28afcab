"""When to analyse: at once when all is quiet, once only after a burst."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_log = logging.getLogger(__name__)


class Schedule:
    """Runs work for keys on the event loop, each key once however often it was asked for.

    Work waits until no message is ``waiting`` to be handled, so that of a burst of changes only
    the last is analysed; a single change is analysed right after it has been handled.
    """

    def __init__(self, waiting: Callable[[], int], run: Callable[[Hashable], None]) -> None:
        self._waiting = waiting
        self._run = run
        self._due: dict[Hashable, None] = {}
        self._posted = False

    def ask(self, key: Hashable) -> None:
        """Ask for the work of a key."""
        self._due[key] = None
        self._post()

    def flush(self) -> None:
        """Do all the work that is due, now."""
        due, self._due = self._due, {}
        for key in due:
            self._attempt(key)

    def _attempt(self, key: Hashable) -> None:
        """Do the work of a key; one project's trouble must not cost the others theirs."""
        try:
            self._run(key)
        except Exception:  # noqa: BLE001 - it is in the log, and the next change tries again
            _log.exception("the analysis of %s failed", key)

    def _post(self) -> None:
        if not self._posted:
            self._posted = True
            asyncio.get_running_loop().call_soon(self._when_quiet)

    def _when_quiet(self) -> None:
        self._posted = False
        if self._waiting():
            self._post()
        else:
            self.flush()
