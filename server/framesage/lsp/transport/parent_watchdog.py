"""Leaving when the editor is gone: its process is watched, since stdin may stay open."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

SECONDS = 0.5
"""How often the editor's process is looked for."""


def watch(loop: asyncio.AbstractEventLoop, pid: int, gone: Callable[[], None]) -> None:
    """Call ``gone`` once, soon after the process ``pid`` has ended."""
    if is_alive(pid):
        loop.call_later(SECONDS, watch, loop, pid, gone)
    else:
        gone()


def is_alive(pid: int) -> bool:
    """Tell whether a process runs (on POSIX a zombie still does, until it is reaped)."""
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it runs, and belongs to somebody else
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
