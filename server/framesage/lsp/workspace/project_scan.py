"""Search a workspace for projects in small steps, between which messages are handled."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from framesage.lsp.workspace.store import Store

SLICE = 0.005
"""Seconds that the search may block the event loop, short enough not to delay a keystroke."""


class ProjectScan:
    """The roots of the workspace's projects, found once and cached until a restart."""

    def __init__(self, store: Store, waiting: Callable[[], int]) -> None:
        self._store = store
        self._waiting = waiting
        self._roots: dict[Path, None] = {}
        self._folders: Iterator[tuple[Path, bool]] | None = None
        self._structure = 0
        self._last_pause = 0.0
        self.folders_searched = 0
        """How many folders have been searched since the last restart."""
        self.is_cancelled = False
        """Whether the user cancelled the search: no roots are added until the next restart."""

    def restart(self) -> None:
        """Search again next time."""
        self._folders = None
        self.is_cancelled = False

    async def roots(self, on_folder: Callable[[], None]) -> AsyncIterator[Path]:
        """Yield the roots in order: first the known ones, then others as they are found.

        ``on_folder`` is called for each folder that is searched. Several callers can iterate at
        the same time.
        """
        if self._structure != self._store.structure:
            self.restart()
        if self._folders is None:
            self._structure = self._store.structure
            self._roots, self.folders_searched = {}, 0
            self._folders = self._all_folders()
        roots, folders, yielded = self._roots, self._folders, 0
        while True:
            for root in list(roots)[yielded:]:
                yield root
                await self.pause()
                yielded += 1
            if yielded < len(roots):
                continue
            if self.is_cancelled or (step := next(folders, None)) is None:
                return
            self.folders_searched += 1
            on_folder()
            folder, is_root = step
            if is_root:
                roots[folder] = None
            await self.pause()

    async def pause(self) -> None:
        """Let the event loop run after every slice of time, and while messages are waiting."""
        if time.monotonic() - self._last_pause < SLICE and not self._waiting():
            return
        await asyncio.sleep(0)
        while self._waiting():
            await asyncio.sleep(0)
        self._last_pause = time.monotonic()

    def _all_folders(self) -> Iterator[tuple[Path, bool]]:
        for folder in self._store.folders:
            yield from self._store.walk(folder)
