"""Write messages to the client, and know since when it has taken nothing."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger("framesage")

_PIECE = 64 * 1024
"""The bytes that are written at once: a client that takes them is there."""


class Output:
    """The writer that pygls sends through.

    A client that is slow delays the server. One that is gone is no error: the end of the input ends
    the session (pygls' own writer raises BrokenPipeError, openlawlibrary/pygls#179, closed).
    """

    def __init__(self, write: Callable[[memoryview], int]) -> None:
        """``write`` waits until the client has taken something, and returns how many bytes."""
        self._write = write
        self._since: float | None = None

    def write(self, data: bytes) -> None:
        """Write a message, and wait until the client has taken all of it."""
        left = memoryview(data)
        try:
            while left:
                self._since = time.monotonic()
                left = left[self._write(left[:_PIECE]) :]
        except (OSError, ValueError) as error:
            _log.info("cannot write to the client: %s", error)
        finally:
            self._since = None

    def close(self) -> None:
        """Do nothing: all that was written is with the client."""

    @property
    def seconds_blocked(self) -> float:
        """For how long the client has taken nothing of a message; 0 if nothing is to be written."""
        since = self._since
        return 0 if since is None else time.monotonic() - since
