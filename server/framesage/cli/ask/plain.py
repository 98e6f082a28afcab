"""A dialogue in plain lines on standard input and output, for pipes and simple terminals."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from framesage.cli.console import print_lines
from framesage.cli.stdio import write
from framesage.wording.grammar import join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from framesage.cli.ask.menu import Menu

_MOST_TRIES = 20
"""After so many lines that are not answers, the input is not that of a person."""


class PlainScreen:
    """Asks in lines. What is piped in is repeated, so that the output reads like a dialogue."""

    def __init__(self) -> None:
        self.is_interactive = bool(sys.stdin and sys.stdin.isatty())
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")

    def show(self, lines: Iterable[RenderableType]) -> None:
        """Print lines."""
        print_lines(lines, wrap=True)

    def choose(self, menu: Menu) -> str:
        """Return the key of the chosen option; ask again after any other input."""
        print_lines(_menu_lines(menu))
        for _ in range(_MOST_TRIES):
            option = menu.option(self._read("> "))
            if option:
                return option.key
            print_lines([f"Answer with {join_words(menu.keys, 'or')}."])
        raise EOFError

    def read_line(self, title: str) -> str:
        """Return a line of text."""
        print_lines(["", title])
        return self._read("> ")

    def _read(self, prompt: str) -> str:
        if sys.stdin is None:
            raise EOFError
        try:
            line = input(prompt)
        except EOFError:
            write("\n")
            raise
        if not self.is_interactive:
            print_lines([line])
        return line


def _menu_lines(menu: Menu) -> Iterator[str]:
    yield ""
    yield menu.title
    if menu.help:
        yield f"  {menu.help}"
    yield from (f"  {line}" for line in (menu.assumption, menu.status) if line)
    for option in menu.options:
        meaning = f": {option.meaning}" if option.meaning else ""
        yield f"  {option.key}  {option.label}{meaning}"
