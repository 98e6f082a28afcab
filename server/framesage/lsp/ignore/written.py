"""Where the reason of an ignore is after it was written, so that an editor can show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.fixes import apply_edits
from framesage.fixes.model import offset_of, position_of, toml_string
from framesage.text import Range, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.fixes import Edit
    from framesage.lsp.server import FramesageServer


def written_range(ls: FramesageServer, edits: Sequence[Edit], reason: str) -> types.Location | None:
    """Return the location of a reason after edits of one file, in the client's units."""
    added = 0
    for edit in sorted(edits, key=lambda edit: edit.range):
        before = ls.store.source_of(edit.path) or Source(edit.path, "")
        start, end = (offset_of(before, at) for at in (edit.range.start, edit.range.end))
        for text in (toml_string(reason)[1:-1], reason):
            if text in edit.text:
                first = start + added + edit.text.rindex(text)
                return _location(ls, before, edits, first, first + len(text))
        added += len(edit.text) - (end - start)
    return None


def _location(
    ls: FramesageServer, before: Source, edits: Sequence[Edit], first: int, last: int
) -> types.Location:
    after = Source(before.path, apply_edits(before, edits))
    span = Range(position_of(after, first), position_of(after, last))
    return types.Location(ls.uri_of(after.path), ls.positions.range(after, span))
