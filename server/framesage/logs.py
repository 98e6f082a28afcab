"""What is logged goes to standard error, as lines that a terminal or CI cannot obey."""

from __future__ import annotations

import logging
import sys
from typing import Any

from framesage.text import LONGEST_TEXT, harmless, in_one_line, printed


class Lines(logging.Formatter):
    """Escapes the message, which quotes names of files, and each line of a traceback."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - of logging
        """Return the line of a record."""
        return harmless(in_one_line(super().formatMessage(record), LONGEST_TEXT))

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - of logging
        """Return a traceback."""
        return printed(super().formatException(ei).split("\n")).rstrip()


def to_stderr(prefix: str, handler: logging.Handler | None = None) -> None:
    """Write warnings and errors to standard error, unless there is a handler already."""
    handler = handler or logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(f"{prefix}%(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
