"""What JSON-RPC requires of a message before anything in it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "2.0"


def why_invalid(message: Mapping[str, object]) -> str:
    """Return why a message is none of JSON-RPC 2.0; "" if it is one."""
    if message.get("jsonrpc") != VERSION:
        return f'"jsonrpc" must be "{VERSION}"'
    if "method" in message and not isinstance(message["method"], str):
        return '"method" must be a string'
    if "id" in message and not is_id(message["id"]):
        return '"id" must be a string or an integer'
    if message.get("method") == "$/cancelRequest" and not _names_request(message.get("params")):
        return '"params" must have the "id" of a request'
    return "" if "method" in message or "id" in message else 'a message needs a "method"'


def is_id(value: object) -> bool:
    """Return whether a value can identify a request."""
    return isinstance(value, str | int) and not isinstance(value, bool)


def _names_request(params: object) -> bool:
    return isinstance(params, dict) and is_id(params.get("id"))
