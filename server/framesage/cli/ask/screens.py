"""Choose the screen that fits the terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.cli.ask.menu import Screen


def find_screen() -> Screen:
    """Return a screen with menus in a terminal that can show them, else one with plain lines."""
    if _has_menus():
        from framesage.cli.ask.prompt import PromptScreen  # slow: imports prompt_toolkit

        return PromptScreen()
    from framesage.cli.ask.plain import PlainScreen

    return PlainScreen()


def _has_menus() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") in ("dumb", "unknown"):
        return False
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
