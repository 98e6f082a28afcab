"""Read messages on a thread and hand them to the event loop, one callback each.

pygls reads the next message only after it has handled the last one. A thread that keeps reading
makes the number of waiting messages known, so that the analysis can wait until a burst of
keystrokes has been handled. pygls also accepts only the exact header ``Content-Length: N``.

Upstream: openlawlibrary/pygls#283 (debouncing) and #517 (skipping cancelled requests). Remove this
module when pygls provides the number of waiting messages. See docs/adr/0012.
"""

from __future__ import annotations

import json
import logging
import threading
from typing import TYPE_CHECKING, Any

from framesage.lsp.transport.framing import FrameReader, FramingError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

_log = logging.getLogger(__name__)
_CHUNK = 64 * 1024


class MessageReader:
    """Reads messages from a stream and hands them to the event loop in order."""

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
        self._frames = FrameReader()
        self.waiting = 0
        """The number of messages that have been read but not handled yet."""

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Start to read; all callbacks run on ``loop``."""
        threading.Thread(target=self._run, args=(loop,), name="reader", daemon=True).start()

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            while data := self._read(_CHUNK):
                for body in self._frames.feed(data):
                    self._take(body, loop)
        except OSError as error:
            _log.warning("cannot read from the client: %s", error)
        except FramingError as error:
            self._post(loop, _log.error, "cannot read the client's messages: %s; exiting", error)
        self._post(loop, self._on_end)

    def _take(self, body: bytes, loop: asyncio.AbstractEventLoop) -> None:
        message = _parse(body)
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
        except RuntimeError:  # the loop is closed: the server is exiting
            _log.debug("ignored a message after the end of the session")


def _parse(body: bytes) -> dict[str, Any] | str:
    """Return the message, or why it cannot be read."""
    try:
        message = json.loads(body.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        return f"not JSON: {error}"
    return message if isinstance(message, dict) else "not a JSON object"
