"""Standard output and standard error, whatever is behind them."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

BROKEN_PIPE = 128 + 13  # as if the signal had ended us
INTERRUPTED = 128 + 2


class UsageError(Exception):
    """What was asked for cannot be done; the message says why."""


def prepare() -> None:
    """Print a question mark for what a console cannot show, and nothing where there is none."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _nowhere() -> io.TextIOWrapper:
    return Path(os.devnull).open("w", encoding="utf-8")


def complain(message: str) -> None:
    """Say on standard error what stops us."""
    print(f"framesage: {message}", file=sys.stderr)  # noqa: T201


def write(text: str) -> None:
    """Write to standard output."""
    sys.stdout.write(text)


def write_exactly(text: str) -> None:
    """Write to standard output in UTF-8 and with the line ends of the text, as patches need it."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        write(text)
    else:
        binary.write(text.encode())


def hush() -> None:
    """Say nothing more to a reader that has gone, not even when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def give_up(error: OSError) -> int:
    """Return the exit code for output that nobody reads, or that no longer fits the disk, and for
    a current folder that was deleted.

    An error that names a file is about neither, and is raised again.
    """
    if error.filename is not None:
        raise error
    if isinstance(error, FileNotFoundError):  # no output says so
        complain("the folder that you are in is no longer there")
        return 2
    hush()
    if _is_broken_pipe(error):
        return BROKEN_PIPE
    complain(f"the output cannot be written: {error.strerror}")
    return 2


def _is_broken_pipe(error: OSError) -> bool:
    on_windows = os.name == "nt" and error.errno == errno.EINVAL  # what it says instead of EPIPE
    return isinstance(error, BrokenPipeError) or on_windows


def flush() -> None:
    """Write out what is waiting; raise OSError where that cannot be."""
    sys.stdout.flush()
