"""Read messages on a thread and hand them to the event loop, one callback each.

pygls reads the next message only after it has handled the last one. A thread that keeps reading
makes the number of waiting messages known, so that the analysis can wait until a burst of
keystrokes has been handled. pygls also accepts only the exact header ``Content-Length: N``.

Upstream: openlawlibrary/pygls#283 (debouncing) and #517 (skipping cancelled requests). Remove this
module when pygls provides the number of waiting messages. See docs/adr/0012.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING, Any

from framesage.lsp.transport.framing import FrameReader
from framesage.lsp.transport.parsing import parse

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

_log = logging.getLogger(__name__)
_CHUNK = 64 * 1024

MOST_WAITING = 16 * 1024 * 1024
"""The most bytes of messages that wait; nothing more is read meanwhile, and the client waits."""

_PAUSE = 0.005
"""Seconds between two looks at the messages that wait."""


class MessageReader:
    """Reads messages from a stream and hands them to the event loop in order."""

    def __init__(
        self,
        read: Callable[[int], bytes],
        on_message: Callable[[dict[str, Any]], None],
        on_malformed: Callable[[str], None],
        on_end: Callable[[], None],
    ) -> None:
        """``on_end`` is called on the thread of the reader, the others by the event loop."""
        self._read = read
        self._on_message = on_message
        self._on_malformed = on_malformed
        self._on_end = on_end
        self._frames = FrameReader()
        # Each is written by one thread only, so that none needs a lock.
        self._taken = self._taken_bytes = 0
        self._handled = self._handled_bytes = 0

    @property
    def waiting(self) -> int:
        """The number of messages that have been read but not handled yet."""
        return self._taken - self._handled

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Start to read."""
        threading.Thread(target=self._run, args=(loop,), name="reader", daemon=True).start()

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            while data := self._read(_CHUNK):
                for frame in self._frames.feed(data):
                    self._take(frame, loop)
        except OSError as error:
            _log.warning("cannot read from the client: %s", error)
        self._on_end()

    def _take(self, frame: bytes | Exception, loop: asyncio.AbstractEventLoop) -> None:
        if not isinstance(frame, bytes):
            self._post(loop, self._on_malformed, str(frame))
            return
        message, rest = parse(frame)
        self._frames.unread(rest)
        if isinstance(message, str):
            self._post(loop, self._on_malformed, message)
            return
        self._taken += 1
        self._taken_bytes += len(frame)
        self._post(loop, self._handle, message, len(frame))
        while self._taken_bytes - self._handled_bytes > MOST_WAITING:
            time.sleep(_PAUSE)

    def _handle(self, message: dict[str, Any], size: int) -> None:
        self._handled += 1
        self._handled_bytes += size
        self._on_message(message)

    @staticmethod
    def _post(loop: asyncio.AbstractEventLoop, call: Callable[..., None], *args: object) -> None:
        try:
            loop.call_soon_threadsafe(call, *args)
        except RuntimeError:  # the loop is closed: the server is exiting
            _log.debug("ignored a message after the end of the session")
