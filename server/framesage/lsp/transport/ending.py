"""End the session from outside of the event loop, which may be blocked.

The event loop writes to the client, and waits while the client does not read. When the client has
ended, its input or its process tells another thread so; that thread asks the loop to stop, and
interrupts it if it does not. See docs/adr/0049.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import asyncio
    from types import FrameType

    from framesage.lsp.transport.output import Output

_log = logging.getLogger("framesage")

BLOCKED = 1.0
"""Seconds after which the output counts as blocked once the session has to end."""
LONGEST_END = 30.0
"""Seconds for the messages that were read before the end of the input."""
_PAUSE = 0.1


def exit_on_signals() -> None:
    """Exit on signals that end a process, so that temporary files are deleted."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _exit)


class Ending:
    """Ends a session from another thread than the main one, which runs the event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, output: Output) -> None:
        self._loop = loop
        self._output = output

    def end(self, reason: str = "") -> None:
        """Stop the event loop after the messages that it has; exit if it is blocked."""
        if reason:
            _log.warning("%s; exiting", reason)
        try:
            self._loop.call_soon_threadsafe(self._loop.stop)
        except RuntimeError:  # it is closed
            return
        time.sleep(BLOCKED)
        latest = time.monotonic() + LONGEST_END
        while self._output.seconds_blocked < BLOCKED and time.monotonic() < latest:
            time.sleep(_PAUSE)
        _interrupt()


def _interrupt() -> NoReturn:
    """Make the main thread exit, in whatever it waits for; or exit without it."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
        time.sleep(BLOCKED)
    os._exit(1)


def _exit(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
