"""The names of READMEs; reading them is another module, which few commands need to import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = ("readme.md", "readme.rst", "readme.markdown", "readme.txt", "readme")


def preferred_readme(names: Iterable[str]) -> str | None:
    """Return the name of the README among the files of a folder, or None."""
    found = [name for name in names if name[:1] in "Rr" and name.lower() in _NAMES]
    return min(found, key=lambda name: (_NAMES.index(name.lower()), name), default=None)
