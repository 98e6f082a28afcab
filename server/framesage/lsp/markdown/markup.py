"""Markdown, or plain text for clients that do not render it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = re.compile(r"\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|`")


def markup(markdown: str, formats: Sequence[types.MarkupKind | str] | None) -> types.MarkupContent:
    """Return Markdown in one of the formats that a client accepts; the default is Markdown."""
    if formats and types.MarkupKind.Markdown not in formats:
        return types.MarkupContent(types.MarkupKind.PlainText, plain(markdown))
    return types.MarkupContent(types.MarkupKind.Markdown, markdown)


def plain(markdown: str) -> str:
    """Return Markdown without its markup for emphasis and code."""
    return _MARKS.sub("", markdown)
