"""Write to standard output and standard error, and handle their failures."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

from framesage.text import LONGEST_TEXT, in_one_line, printed

BROKEN_PIPE = 128 + 13  # the shell's exit code for a process that SIGPIPE ended
INTERRUPTED = 128 + 2


class UsageError(Exception):
    """Invalid arguments or an unusable input file; the message is shown to the user."""


def prepare() -> None:
    """Replace missing streams, and characters that the console cannot encode with "?"."""
    sys.stdout = sys.stdout or _null()
    sys.stderr = sys.stderr or _null()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _null() -> io.TextIOWrapper:
    return Path(os.devnull).open("w", encoding="utf-8")


def error(message: str) -> None:
    """Print an error to standard error."""
    note(f"error: {message}")


def warning(message: str) -> None:
    """Print a warning to standard error."""
    note(f"warning: {message}")


def note(message: str, *lines: str) -> None:
    """Print a message, and lines below it, to standard error."""
    sys.stderr.write(printed([in_one_line(f"framesage: {message}", LONGEST_TEXT), *lines]))


def log_to_stderr() -> None:
    """Let the warnings of the program be printed like its own."""
    from framesage.logs import to_stderr

    to_stderr("framesage: warning: ")


def write(text: str) -> None:
    """Write text to standard output."""
    sys.stdout.write(text)


def write_utf8(text: str) -> None:
    """Write text to standard output as UTF-8 with unchanged line endings, as patches require."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        write(text)
    else:
        binary.write(text.encode())


def silence() -> None:
    """Discard all further output, also what the interpreter flushes when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def exit_code_for(problem: OSError) -> int:
    """Return the exit code for a closed pipe, a full disk or a deleted current folder.

    Raises the error again if it names a file, because it then concerns neither.
    """
    if problem.filename is not None:
        raise problem
    if isinstance(problem, FileNotFoundError):  # writing never raises it
        error("the current folder no longer exists")
        return 2
    silence()
    if _is_broken_pipe(problem):
        return BROKEN_PIPE
    error(f"cannot write output: {problem.strerror}")
    return 2


def _is_broken_pipe(problem: OSError) -> bool:
    on_windows = os.name == "nt" and problem.errno == errno.EINVAL  # Windows has no EPIPE
    return isinstance(problem, BrokenPipeError) or on_windows


def flush() -> None:
    """Flush standard output; raise OSError if that fails."""
    sys.stdout.flush()
