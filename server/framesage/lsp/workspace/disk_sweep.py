"""Look at the disk again, in small steps between which messages are handled."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from framesage.lsp.workspace.project_scan import SLICE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from framesage.lsp.workspace.store import Store


STEP = 50
"""How many files are looked at in a slice at least, so that a small project is done at once."""


class DiskSweep:
    """Finds out what has changed on the disk, for clients that do not report it, or not all of it.

    A sweep compares the time and size of everything that was read. It is requested when a document
    is opened, saved or closed, never by a keystroke. The first slice of time is spent at once,
    which is enough for two thousand files; later ones end as soon as a message is waiting.
    """

    def __init__(
        self, store: Store, waiting: Callable[[], int], on_change: Callable[[], None]
    ) -> None:
        self._store = store
        self._waiting = waiting
        self._on_change = on_change
        self._changes: Iterator[Path | None] | None = None

    def request(self, near: Path | None = None) -> None:
        """Look at everything again, at first around a document; a sweep under way starts over."""
        is_scheduled = self._changes is not None
        self._changes = self._store.disk_changes(near)
        self._look(lambda: 0)
        if self._changes is not None and not is_scheduled:
            asyncio.get_running_loop().call_soon(self._continue)

    def _continue(self) -> None:
        if self._changes is not None and not self._waiting():
            self._look(self._waiting)
        if self._changes is not None:
            asyncio.get_running_loop().call_soon(self._continue)

    def _look(self, waiting: Callable[[], int]) -> None:
        """Spend a slice of time; read what has changed again."""
        changed, end = [], time.monotonic() + SLICE
        for number, path in enumerate(self._changes or (), start=1):
            if path is not None:
                changed.append(path)
            if waiting() or (number % STEP == 0 and time.monotonic() > end):
                break
        else:
            self._changes = None
        if changed and self._store.reread(changed):
            self._on_change()
