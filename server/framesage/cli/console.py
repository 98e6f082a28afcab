"""Print styled text: colors on terminals only, and no markup in what is printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leave a closed pipe to ``main``, instead of exiting with code 1 as rich does."""
        raise BrokenPipeError


def print_lines(lines: Iterable[RenderableType], *, wrap: bool = False) -> None:
    """Print lines without wrapping or cropping them: pipes need whole lines.

    Only tables are as wide as the terminal. With ``wrap``, terminals break lines between words, but
    not texts with ``no_wrap``.
    """
    console = _console()
    wraps = wrap and console.is_terminal
    for line in lines:
        is_whole = isinstance(line, Text) and line.no_wrap
        console.print(line, soft_wrap=is_whole or not (wraps or isinstance(line, Table)))


def has_links() -> bool:
    """Return whether standard output shows links."""
    console = _console()
    return console.is_terminal and not console.is_dumb_terminal


def _console() -> Console:
    return _Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
