"""A dialogue in a terminal: options to choose by a key, or by the arrow keys and Enter."""

from __future__ import annotations

import os
import shutil
import textwrap
from typing import TYPE_CHECKING

os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # no warning where a terminal cannot report

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import HSplit, Layout
from prompt_toolkit.styles import Style
from prompt_toolkit.widgets import Label, RadioList
from rich.text import Text

from framesage.cli.console import print_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from rich.console import RenderableType

    from framesage.cli.ask.menu import Menu, Option

_STYLE = Style.from_dict(
    {
        "title": "bold",
        "help": "fg:ansibrightblack",
        "assumption": "fg:ansigreen",
        "status": "fg:ansicyan",
        "key": "fg:ansicyan",
        "meaning": "fg:ansibrightblack",
        "radio-selected": "bold",
    }
)


_MARK = 2
"""The columns of the mark before the chosen option."""
_LEAST_BESIDE = 32
"""The least columns for a meaning beside its option."""


class PromptScreen:
    """Asks by menus that disappear when they are answered; question and answer stay."""

    is_interactive = True

    def show(self, lines: Iterable[RenderableType]) -> None:
        """Print lines."""
        print_lines(lines, wrap=True)

    def choose(self, menu: Menu) -> str:
        """Return the key of the chosen option."""
        key = _application(menu).run()
        label = next(option.label for option in menu.options if option.key == key)
        print_lines([Text.assemble(f"{menu.title} ", (label, "bold cyan"))])
        return key

    def read_line(self, title: str) -> str:
        """Return a line of text."""
        session: PromptSession[str] = PromptSession(style=_STYLE)
        return session.prompt([("class:title", f"{_wrapped(title)}\n"), ("", "> ")])


def _application(menu: Menu) -> Application[str]:
    width = max(len(option.label) for option in menu.options)
    options = RadioList(
        values=[(option.key, _label(option, width)) for option in menu.options],
        default=menu.default or None,
        select_on_focus=True,
        open_character="",
        select_character=">",
        close_character="",
        show_cursor=False,
        show_scrollbar=False,
    )
    lines = [
        ("title", menu.title),
        ("help", menu.help),
        ("assumption", menu.assumption),
        ("status", menu.status),
    ]
    labels = [Label(_wrapped(text), style=f"class:{name}") for name, text in lines if text]
    return Application(
        layout=Layout(HSplit([Label(""), *labels, options]), focused_element=options),
        key_bindings=_bindings(menu, lambda: options.current_value),
        style=_STYLE,
        erase_when_done=True,
    )


def _wrapped(text: str, indent: int = 0) -> str:
    """Return a text with line breaks between words, where the terminal would break it anywhere.

    All lines but the first are indented.
    """
    width = max(20, shutil.get_terminal_size().columns - 1 - indent)
    return textwrap.fill(text, width).replace("\n", f"\n{' ' * indent}")


def _label(option: Option, width: int) -> StyleAndTextTuples:
    """Return an option with its meaning beside the label, or below it in a narrow terminal."""
    start = _MARK + len(option.key) + 2
    beside = start + width + 2
    is_narrow = shutil.get_terminal_size().columns - beside < _LEAST_BESIDE
    meaning = _wrapped(option.meaning, start if is_narrow else beside)
    gap = f"\n{' ' * start}" if is_narrow else " " * (width - len(option.label) + 2)
    return [
        ("class:key", f"{option.key}  "),
        ("", option.label),
        ("class:meaning", f"{gap}{meaning}" if meaning else ""),
    ]


def _bindings(menu: Menu, current: Callable[[], str]) -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add("enter", eager=True)
    def _accept(event: KeyPressEvent) -> None:
        event.app.exit(result=current())

    @bindings.add("c-c", eager=True)
    @bindings.add("<sigint>")
    def _interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @bindings.add("c-d", eager=True)
    def _end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    for option in menu.options:
        short = (option.key, *(word for word in option.words if len(word) == 1))
        for letter in {*short, *map(str.upper, short)}:
            bindings.add(letter, eager=True)(
                lambda event, key=option.key: event.app.exit(result=key)
            )
    return bindings
