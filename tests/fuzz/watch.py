"""Run one input with limits of time, memory and depth; keep it in a file if it fails."""

from __future__ import annotations

import contextlib
import hashlib
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fuzz.target import Target

REGRESSIONS = Path(__file__).parent / "regressions"
HANG = 60
MOST_MEMORY = 3 * 1024**3


class SlowError(Exception):
    """An input takes far longer than others of its size."""


def check_in_time(target: Target, data: bytes) -> None:
    """Check an input; raise SlowError if that takes too long."""
    start = time.process_time()
    with ended_by_alarm():
        target.check(data)
    taken = time.process_time() - start
    if taken > target.seconds:
        raise SlowError(f"{len(data)} bytes take {taken:.1f} s")


@contextlib.contextmanager
def ended_by_alarm() -> Iterator[None]:
    """End what hangs, on systems that can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _end)
    signal.alarm(HANG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _end(*_: object) -> NoReturn:
    raise SlowError(f"more than {HANG} s")


def limit_memory() -> None:
    """Let the process fail instead of the machine, on systems that can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def keep(target: Target, data: bytes, error: BaseException) -> Path:
    """Write an input that fails into a file, which a test replays, and print the error."""
    folder = REGRESSIONS / target.name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(data).hexdigest()[:12]
    path.write_bytes(data)
    sys.stderr.write(f"{path}\n{''.join(traceback.format_exception(error)[-4:])}\n")
    return path
