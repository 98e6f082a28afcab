"""Bytes in from a thread, messages out on the event loop, one callback each.

Reading on a thread of its own keeps the loop free to answer, and the count of messages that wait
lets the analysis be put off until a burst of keystrokes has been taken in.
"""

from __future__ import annotations

import json
import logging
import threading
from typing import TYPE_CHECKING, Any

from framesage.lsp.transport.framing import Frames, header_in

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

_log = logging.getLogger(__name__)
_CHUNK = 64 * 1024
_DECODER = json.JSONDecoder()


class Incoming:
    """Reads messages and hands them to the loop in order."""

    def __init__(
        self,
        read: Callable[[int], bytes],
        on_message: Callable[[dict[str, Any]], None],
        on_malformed: Callable[[str], None],
        on_end: Callable[[], None],
    ) -> None:
        self._read = read
        self._on_message = on_message
        self._on_malformed = on_malformed
        self._on_end = on_end
        self._frames = Frames()
        self.waiting = 0
        """How many messages have been read and not yet handled."""

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to read; everything is handed over on ``loop``."""
        threading.Thread(target=self._run, args=(loop,), name="reader", daemon=True).start()

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            while data := self._read(_CHUNK):
                for body in self._frames.feed(data):
                    self._take(body, loop)
        except OSError as error:
            _log.warning("reading from the client failed: %s", error)
        self._post(loop, self._on_end)

    def _take(self, body: bytes, loop: asyncio.AbstractEventLoop) -> None:
        message, rest = _parse(body)
        self._frames.give_back(rest)
        if isinstance(message, dict):
            self.waiting += 1
            self._post(loop, self._handle, message)
        else:
            self._post(loop, self._on_malformed, message)

    def _handle(self, message: dict[str, Any]) -> None:
        self.waiting -= 1
        self._on_message(message)

    @staticmethod
    def _post(loop: asyncio.AbstractEventLoop, call: Callable[..., None], *args: object) -> None:
        try:
            loop.call_soon_threadsafe(call, *args)
        except RuntimeError:  # the loop is closed: the server is on its way out
            _log.debug("a message came after the end")


def _parse(body: bytes) -> tuple[dict[str, Any] | str, bytes]:
    """Return the message, or what is wrong with it; and what is not part of it."""
    try:
        text = body.decode("utf-8", "surrogatepass").lstrip()
        message, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError) as error:
        return f"not JSON: {error}", body[header_in(body) :]
    rest = text[end:].strip().encode("utf-8", "surrogatepass")
    return (message if isinstance(message, dict) else "not a JSON object"), rest
