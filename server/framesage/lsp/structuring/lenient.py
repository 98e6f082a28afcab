"""Read messages from clients that are newer than lsprotocol, or sloppier.

A client may announce values that this server does not know: the protocol grows, and what is
optional is never worth the answer. lsprotocol rejects the whole message for one of them. Here such
values are left out, each with as little as possible around it: an item of a list, a field, or the
object that cannot do without that field. See docs/adr/0049.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cattrs.errors import AttributeValidationNote, BaseValidationError, IterableValidationNote
from pygls.exceptions import JsonRpcInvalidParams

from framesage.lsp.structuring.announced import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cattrs import Converter

_MOST_ROUNDS = 20
"""Each round leaves out at least what encloses the round before; types are not nested deeper."""

_EXACT = "contentChanges"
"""A list that is applied as a whole: without one of its edits, the document would differ."""

_SHORTEST = 2
"""The length of the path of a field of the parameters, which themselves are never left out."""

_Path = tuple[str | int, ...]


def structure(converter: Converter, message: dict[str, Any], message_type: Any) -> Any:  # noqa: ANN401 - lsprotocol's
    """Return a message as an object of a type, without the optional values that are unknown.

    Raises JsonRpcInvalidParams, with the name of the field, if a required value is wrong. Values
    are left out of ``message`` itself.
    """
    reason = ""
    for _ in range(_MOST_ROUNDS):
        found, wrong = _attempt(converter, message, message_type)
        if not wrong:
            return found
        reason = reason or ".".join(map(str, wrong[0]))
        if not _leave_out(message, wrong):
            break
    raise JsonRpcInvalidParams(f"invalid {reason}")


def _attempt(
    converter: Converter,
    message: dict[str, Any],
    message_type: Any,  # noqa: ANN401 - lsprotocol's
) -> tuple[Any, list[_Path]]:
    """Return the message as an object, or the paths of the values that are wrong."""
    try:
        return converter.structure(message, message_type), []
    except BaseValidationError as error:
        return None, [*_wrong_paths(error)]
    except Exception as error:  # noqa: BLE001 - hooks of lsprotocol raise errors of any kind
        raise JsonRpcInvalidParams(f"invalid message: {type(error).__name__}") from None


def _wrong_paths(error: BaseException, path: _Path = ()) -> Iterator[_Path]:
    """Yield the keys and indexes that lead to each wrong value."""
    path = (*path, *_steps(error))
    parts = error.exceptions if isinstance(error, BaseValidationError) else ()
    if not parts:
        yield path
    for part in parts:
        yield from _wrong_paths(part, path)


def _steps(error: BaseException) -> Iterator[str | int]:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            yield key_of(note.name)
        elif isinstance(note, IterableValidationNote):
            yield note.index


def _leave_out(message: dict[str, Any], wrong: list[_Path]) -> bool:
    """Delete the values at some paths; return False if one of them has to be there."""
    paths = {_present(message, path) for path in wrong}
    if any(len(path) < _SHORTEST or _EXACT in path for path in paths):
        return False
    for path in sorted(paths, key=_order, reverse=True):  # the items of a list from its end
        if not any(path[:length] in paths for length in range(len(path))):
            holder: Any = message
            for step in path[:-1]:
                holder = holder[step]
            del holder[path[-1]]
    return True


def _present(message: dict[str, Any], path: _Path) -> _Path:
    """Return the path of a value, or of the innermost one around it if it is missing."""
    holder: Any = message
    for depth, step in enumerate(path):
        is_key = isinstance(holder, dict) and step in holder
        is_index = isinstance(holder, list) and isinstance(step, int) and step < len(holder)
        if not (is_key or is_index):
            return path[:depth]
        holder = holder[step]
    return path


def _order(path: _Path) -> list[tuple[bool, str | int]]:
    return [(isinstance(step, str), step) for step in path]
