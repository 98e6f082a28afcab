"""Where a name goes in a list: by the alphabet in a sorted list, else at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 3
"""Two names in order may be so by chance."""


def location_in(names: Sequence[str], name: str) -> int:
    """Return the index at which to insert a name."""
    keys = [canonicalize_name(one) for one in names]
    if len(keys) < _FEWEST or keys != sorted(keys):
        return len(keys)
    return next((at for at, key in enumerate(keys) if key > name), len(keys))
