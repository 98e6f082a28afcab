"""End the session when the editor's process has ended, or does not read, though its input is open.

pygls had the former once (openlawlibrary/pygls#149, for #130); pygls 2 only stores the process id,
which is not reported upstream yet. This runs on a thread, because the event loop is blocked while
the editor does not read. See docs/adr/0012 and 0049.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.lsp.transport.output import Output

INTERVAL = 0.5
"""Seconds between two checks."""
LONGEST_BLOCK = 300.0
"""Seconds after which an editor that takes nothing counts as gone, such as one that is stuck."""

_LARGEST_PID = 2**31 - 1


def watch(
    editor: Callable[[], int | None], output: Output, on_end: Callable[[str], None]
) -> threading.Thread:
    """Call ``on_end`` once, on a thread, with the reason; ``editor`` may return a process id."""
    thread = threading.Thread(
        target=_watch, args=(editor, output, on_end), name="watchdog", daemon=True
    )
    thread.start()
    return thread


def _watch(editor: Callable[[], int | None], output: Output, on_end: Callable[[str], None]) -> None:
    while output.seconds_blocked < LONGEST_BLOCK:
        process = editor()
        if process is not None and not is_alive(process):
            on_end("the editor's process has ended")
            return
        time.sleep(INTERVAL)
    on_end("the editor takes no messages")


def watchable(process: int | None) -> int | None:
    """Return the id of the editor's process if it can be watched.

    An editor that starts a server is running: if its process is not to be found, it is in another
    container, and its id means nothing here.
    """
    is_known = process is not None and 0 < process <= _LARGEST_PID and is_alive(process)
    return process if is_known else None


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
