"""Exit when the editor's process has ended, even if standard input stays open.

pygls had this once (openlawlibrary/pygls#149, for #130); pygls 2 only stores the process id, which
is not reported upstream yet. Remove this module when pygls watches the process again. See
docs/adr/0012.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

INTERVAL = 0.5
"""Seconds between two checks."""


def watch(loop: asyncio.AbstractEventLoop, pid: int, on_end: Callable[[], None]) -> None:
    """Call ``on_end`` once, soon after the process ``pid`` has ended."""
    if is_alive(pid):
        loop.call_later(INTERVAL, watch, loop, pid, on_end)
    else:
        on_end()


def is_alive(pid: int) -> bool:
    """Return whether a process is running; on POSIX, a zombie counts until it is reaped."""
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is running, as another user's process
        return True
    return True


def _is_alive_on_windows(pid: int) -> bool:  # pragma: no cover - not run on this platform
    import ctypes

    synchronize, still_running = 0x00100000, 0x00000102
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(synchronize, False, pid)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == still_running)
    finally:
        kernel.CloseHandle(handle)
