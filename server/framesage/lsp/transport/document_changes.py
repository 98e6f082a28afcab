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


def fill_opened(params: object) -> None:
    """Write what is null in ``textDocument/didOpen`` as pygls accepts it, in place."""
    document = params.get("textDocument") if isinstance(params, dict) else None
    if isinstance(document, dict):
        for key, nothing in (("text", ""), ("version", 0), ("languageId", "")):
            if document.get(key) is None:
                document[key] = nothing


def _decoded(params: Mapping[str, Any]) -> DocumentChange:
    document = params["textDocument"]
    version, changes = document.get("version"), params.get("contentChanges") or ()
    return DocumentChange(
        _text(document["uri"]),
        None if version is None else _number(version),
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
    """Return a whole number, which some languages write as ``1.0``; one below 0 counts as 0."""
    if type(value) is not int:
        if not isinstance(value, float) or not value.is_integer():
            raise TypeError(f"{value!r} is no whole number")
        value = int(value)
    return max(value, 0)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
