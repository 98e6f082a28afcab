"""Where commands print for people: colours only on terminals, and what is printed is literal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leave it to ``main``, which is quiet about it."""
        raise BrokenPipeError


def print_lines(lines: Iterable[RenderableType]) -> None:
    """Print lines without wrapping or cropping them: terminals wrap, and pipes must not."""
    console = _Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
    for line in lines:
        console.print(line, soft_wrap=True)
