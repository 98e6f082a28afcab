"""Looking for the projects of a workspace in small steps, between which messages are handled."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from framesage.lsp.workspace.store import Store

SLICE = 0.005
"""How many seconds the search may keep the loop to itself: no keystroke should notice."""


class Scan:
    """The roots of the workspace's projects, found once and kept until anything may be new."""

    def __init__(self, store: Store, waiting: Callable[[], int]) -> None:
        self._store = store
        self._waiting = waiting
        self._found: dict[Path, None] = {}
        self._folders: Iterator[tuple[Path, bool]] | None = None
        self._since = 0.0
        self.looked = 0
        """How many folders the search has looked at since it began anew."""
        self.stopped = False
        """Whether the user has stopped the search: what was found until then is what there is."""

    def restart(self) -> None:
        """Look anew next time."""
        self._folders = None
        self.stopped = False

    async def roots(self, on_look: Callable[[], None]) -> AsyncIterator[Path]:
        """Yield the roots in their order: the known ones, then others while they are found.

        ``on_look`` is called for each folder that is looked at. Several can do this at once.
        """
        if self._folders is None:
            self._found, self.looked = {}, 0
            self._folders = self._all_folders()
        found, folders, told = self._found, self._folders, 0
        while True:
            for root in list(found)[told:]:
                yield root
                await self.pause()
                told += 1
            if told < len(found):
                continue
            if self.stopped or (step := next(folders, None)) is None:
                return
            self.looked += 1
            on_look()
            if step[1]:
                found[step[0]] = None
            await self.pause()

    async def pause(self) -> None:
        """Let the loop go on once in a while, and as long as messages wait."""
        if time.monotonic() - self._since < SLICE and not self._waiting():
            return
        await asyncio.sleep(0)
        while self._waiting():
            await asyncio.sleep(0)
        self._since = time.monotonic()

    def _all_folders(self) -> Iterator[tuple[Path, bool]]:
        for folder in self._store.folders:
            yield from self._store.walk(folder)
