"""Standard output and standard error, whatever is behind them."""

from __future__ import annotations

import io
import os
import sys

BROKEN_PIPE = 128 + 13  # as if the signal had ended us


def forgive_encodings() -> None:
    """Print a question mark for what a console cannot show, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(message: str) -> None:
    """Say on standard error what stops us."""
    print(f"framesage: {message}", file=sys.stderr)  # noqa: T201


def write(text: str) -> None:
    """Write to standard output."""
    sys.stdout.write(text)


def hush() -> None:
    """Say nothing more to a reader that has gone, not even when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def flush() -> None:
    """Write out what is waiting; raise BrokenPipeError where nobody reads it."""
    sys.stdout.flush()
