"""Which packages the rules look for: asked of every requirement at every keystroke."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Set


class Heeded(dict[str, bool]):
    """Whether a package (normalised name) is looked for; remembers, since names come again."""

    def __init__(self, asked: Set[str], plugin_of: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._asked = asked
        self._plugin_of = plugin_of

    def __missing__(self, package: str) -> bool:
        heeded = package in self._asked or bool(self._plugin_of(package))
        self[package] = heeded
        return heeded
