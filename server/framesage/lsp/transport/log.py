"""The log on standard error: it never blocks the server, and never grows without bound."""

from __future__ import annotations

import logging
import select
import time
from typing import TextIO

from pygls.exceptions import JsonRpcException, JsonRpcInternalError

from framesage.text import visible

MOST_LINES = 200
"""The most records in a minute; what a client sends may be worth a line each."""
LONGEST = 4000
"""The most characters of a record. A pipe that is ready takes as many bytes without blocking."""
_MINUTE = 60.0


class ClientLog(logging.Handler):
    """Writes records to a stream, and leaves out those that the client does not read."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream
        self.addFilter(_without_traceback)
        self._begin = 0.0
        self._written = self._left_out = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, unless there are too many or nobody takes it."""
        now = time.monotonic()
        if now - self._begin > _MINUTE:
            self._begin, self._written = now, 0
        if self._written >= MOST_LINES or not _is_ready(self._stream):
            self._left_out += 1
            return
        self._written += 1
        self._write(_shortened(visible(self.format(record), kept="\n")))

    def close(self) -> None:
        """Say what was left out."""
        if self._left_out and _is_ready(self._stream):
            self._write("")
        super().close()

    def _write(self, text: str) -> None:
        if self._left_out:
            note = f"framesage: {self._left_out} messages were left out here"
            text, self._left_out = f"{note}\n{text}" if text else note, 0
        try:
            self._stream.write(f"{text}\n")
            self._stream.flush()
        except (OSError, ValueError):  # nobody reads the log
            self._written = MOST_LINES


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half]}…\n…{text[-half:]}"


def _is_ready(stream: TextIO) -> bool:
    """Return whether a stream takes something at once; on Windows, where none tells, it does."""
    try:
        return bool(select.select([], [stream], [], 0)[1])
    except (OSError, ValueError, TypeError):
        return True


def _without_traceback(record: logging.LogRecord) -> bool:
    """Log a request that was refused in one line, unlike pygls and asyncio.

    Only an internal error needs a traceback.
    """
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, JsonRpcException) and not isinstance(error, JsonRpcInternalError):
        record.msg, record.args, record.exc_info = "rejected a request: %s", (error,), None
    return True
