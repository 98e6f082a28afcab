"""Markdown for clients that show it, the same without its marks for those that do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = re.compile(r"\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|`")


def markup(markdown: str, formats: Sequence[types.MarkupKind | str] | None) -> types.MarkupContent:
    """Return a text for a client that takes these formats; one that names none takes Markdown."""
    if formats and types.MarkupKind.Markdown not in formats:
        return types.MarkupContent(types.MarkupKind.PlainText, plain(markdown))
    return types.MarkupContent(types.MarkupKind.Markdown, markdown)


def plain(markdown: str) -> str:
    """Return Markdown without its marks."""
    return _MARKS.sub("", markdown)
