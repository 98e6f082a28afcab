"""Decode ``textDocument/didChange`` without pygls, which takes longer than all that follows.

A key costs pygls an attrs object for each part of the message, two futures and a UUID. Here the
parts that are used become tuples. See docs/adr/0046.

A property that is null is absent, as serializers write it that know no other way: then the version
is unknown, an edit without a range replaces the whole text, and one without a text deletes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from framesage.lsp.conversion.edits import DocumentChange, Edit, Place
from framesage.lsp.conversion.whole_numbers import version_of, whole_number

if TYPE_CHECKING:
    from collections.abc import Mapping


def document_change(params: object) -> DocumentChange:
    """Return the change that a message describes; raise JsonRpcInvalidParams if it describes none.

    It is either understood as a whole, or nothing of it is applied.
    """
    try:
        return _decoded(params)  # type: ignore[arg-type]
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise JsonRpcInvalidParams(f"invalid change of a document: {error!r}") from None


def _decoded(params: Mapping[str, Any]) -> DocumentChange:
    document = params["textDocument"]
    changes = params.get("contentChanges") or ()
    return DocumentChange(
        _text(document["uri"]),
        version_of(document.get("version")),
        tuple([Edit(_text(change.get("text") or ""), _span(change)) for change in changes]),
    )


def _span(change: Mapping[str, Any]) -> tuple[Place, Place] | None:
    """Return the range of an edit, its ends in the order of the text."""
    span = change.get("range")
    if span is None:
        return None
    start, end = _place(span["start"]), _place(span["end"])
    return (start, end) if start <= end else (end, start)


def _place(position: Mapping[str, Any]) -> Place:
    return Place(_number(position["line"]), _number(position["character"]))


def _number(value: object) -> int:
    """Return the number of a line or character; one below 0 counts as 0."""
    return max(whole_number(value), 0)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
