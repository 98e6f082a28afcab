"""Write the name of a package as the other names of a list are written: case and separators."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_name(name: str, peers: Sequence[str], spelling: str) -> str:
    """Return a name (normalized) in the style of others, as written.

    Its own ``spelling``, perhaps with capitals, is used where the names like this one have some:
    those with the same first word, or else any name.
    """
    word = name.partition("-")[0]
    alike = [peer for peer in peers if _first_word(peer) == word and len(peer) > len(word)]
    related = alike or [peer for peer in peers if _first_word(peer) == word]
    capitals = sum(peer != peer.lower() for peer in related or peers)
    is_capital = 2 * capitals > len(related) if related else capitals > 0
    written = spelling if is_capital else name
    uses_underscores = _has_underscores(alike) if alike else _has_underscores(peers, fewest=2)
    return written.replace("-", "_") if uses_underscores else written


def _first_word(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-").partition("-")[0]


def _has_underscores(names: Sequence[str], fewest: int = 1) -> bool:
    """Return whether more names have underscores than hyphens."""
    underscores = sum("_" in name for name in names)
    return underscores >= fewest and underscores > sum("-" in name for name in names)
