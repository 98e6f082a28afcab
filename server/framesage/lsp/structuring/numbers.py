"""Numbers beyond the 31 bits of LSP, which clients send for an end or as the version of a document.

lsprotocol rejects them, and with a version the document is never opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from framesage.lsp.conversion.whole_numbers import version_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cattrs import Converter

LARGEST = 2**31 - 1


def accept_any_number(converter: Converter) -> None:
    """Let a converter structure what has a number of any size."""
    converter.register_structure_hook(types.Position, _position)
    converter.register_structure_hook(types.TextDocumentItem, _opened)


def _position(sent: Mapping[str, Any], _type: object) -> types.Position:
    """Return a position; what is before the start of a text or line is the start."""
    return types.Position(_number(sent["line"]), _number(sent["character"]))


def _number(sent: Any) -> int:  # noqa: ANN401 - any value of JSON
    return min(max(int(sent), 0), LARGEST)


def _opened(sent: Mapping[str, Any], _type: object) -> types.TextDocumentItem:
    """Return an opened document; serializers write null for what they do not know."""
    language, text = (sent.get(key) for key in ("languageId", "text"))
    language = language if isinstance(language, str) else ""
    document = types.TextDocumentItem(sent["uri"], language, 0, "" if text is None else text)
    object.__setattr__(document, "version", version_of(sent.get("version")))  # not validated
    return document
