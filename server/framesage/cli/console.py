"""Print styled text: colors on terminals only, and no markup in what is printed."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NoReturn

from rich.console import Console
from rich.text import Text

from framesage.text import harmless, without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

_COMMAND = re.compile(r"(?P<blank>^[^\S\n]*):(?=:)|(?<=#)#(?=\[)", re.MULTILINE)


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
        is_text = isinstance(line, str | Text)
        is_whole = isinstance(line, Text) and line.no_wrap
        console.print(_harmless(line), soft_wrap=is_whole or (is_text and not wraps))


def has_links() -> bool:
    """Return whether standard output shows links."""
    console = _console()
    return console.is_terminal and not console.is_dumb_terminal


def _console() -> Console:
    return _Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


def _harmless(line: RenderableType) -> RenderableType:
    """Return a line without what a terminal or the runner of GitHub would obey.

    A styled text keeps its length, and with it its styles.
    """
    if isinstance(line, str):
        return "\n".join(map(harmless, line.split("\n")))
    if isinstance(line, Text):
        shown = _COMMAND.sub(_mark, without_controls(line.plain))
        if shown != line.plain:
            line = line.copy()
            line.plain = shown
    return line


def _mark(found: re.Match[str]) -> str:
    return f"{found['blank'] or ''}\N{REPLACEMENT CHARACTER}"
