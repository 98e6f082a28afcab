"""Markdown, or plain text for clients that do not render it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = re.compile(
    r"`(?P<code>[^`\n]+)`|\\(?P<literal>[!-/:-@\[-`{-~])"
    r"|\[(?P<title>(?:\\.|[^\]\\])+)\]\((?:<(?P<url>[^>]*)>|[^)]*)\)|<(?P<page>https://[^>\s]+)>"
    r"|\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)"
)


def markup(markdown: str, formats: Sequence[types.MarkupKind | str] | None) -> types.MarkupContent:
    """Return Markdown in one of the formats that a client accepts; the default is Markdown."""
    if formats and types.MarkupKind.Markdown not in formats:
        return types.MarkupContent(types.MarkupKind.PlainText, plain(markdown))
    return types.MarkupContent(types.MarkupKind.Markdown, markdown)


def plain(markdown: str) -> str:
    """Return Markdown without its markup for emphasis, code and links, and without escapes; a link
    to a page becomes its address."""
    return _MARKS.sub(_content, markdown)


def _content(match: re.Match[str]) -> str:
    if match["title"] and not match["url"]:
        return plain(match["title"])
    return next(filter(None, match.group("code", "literal", "url", "page")), "")
