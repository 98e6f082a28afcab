"""A reference from a list to another list or to a package of the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.manifests.model import Group
    from framesage.text import Range


@frozen
class Link:
    """One reference of a list, with the ``files`` that it leads to; none if they cannot be read.

    ``group`` is the list that it belongs to; None means the file as a whole. An included file is
    a list, of which everything counts. ``folder`` and ``extras`` are those of a package.
    ``candidates`` are the files that were looked for.
    """

    range: Range
    group: Group | None
    files: tuple[Path, ...]
    candidates: tuple[Path, ...]
    is_list: bool = False
    folder: Path | None = None
    extras: frozenset[str] = frozenset()
