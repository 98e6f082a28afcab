"""Which packages matter to the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Set


class Relevance(dict[str, bool]):
    """Whether a package (normalized name) is relevant; a dict that computes missing values."""

    def __init__(
        self,
        named: Set[str],
        plugin_of: Callable[[str], tuple[str, ...]],
        queries: Mapping[str, Collection[object]],
    ) -> None:
        super().__init__()
        self._named = named
        self._plugin_of = plugin_of
        self._queries = queries

    def __missing__(self, package: str) -> bool:
        relevant = package in self._named or bool(
            self._plugin_of(package) or self._queries[package]
        )
        self[package] = relevant
        return relevant
