"""What a dialogue shows and asks, whatever the terminal can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType


@frozen
class Option:
    """A choice: the key that chooses it, its label, what it means, and other words for it."""

    key: str
    label: str
    meaning: str = ""
    words: tuple[str, ...] = ()


@frozen
class Menu:
    """A question with options to choose from; ``status`` is where the dialogue stands.

    ``default`` is the key of the option that Enter chooses, "" for none, and ``assumption`` why.
    """

    title: str
    options: tuple[Option, ...]
    help: str = ""
    status: str = ""
    default: str = ""
    assumption: str = ""

    def option(self, text: str) -> Option | None:
        """Return the option that a typed text means, or None."""
        typed = " ".join(text.casefold().split()) or self.default
        for option in self.options:
            if typed in (option.key, option.label.casefold(), *option.words):
                return option
        return None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all options."""
        return tuple(option.key for option in self.options)


class Screen(Protocol):
    """Shows lines and asks. Asking raises EOFError at the end of the input, and KeyboardInterrupt
    for Ctrl-C.

    ``is_interactive`` if a person types the answers.
    """

    is_interactive: bool

    def show(self, lines: Iterable[RenderableType]) -> None:
        """Show lines."""

    def choose(self, menu: Menu) -> str:
        """Return the key of the option that the person chooses."""

    def read_line(self, title: str) -> str:
        """Return a line of text, which may be empty."""
