"""Parse the body of a message, also one that is longer or shorter than its header says."""

from __future__ import annotations

import json
import re
from typing import Any

_DECODER = json.JSONDecoder()
_HEADER = re.compile(rb"Content-Length[ \t]*:[ \t]*\d", re.IGNORECASE)
_HEADER_NAMES = ("content-length:", "content-type:")


def parse(body: bytes) -> tuple[dict[str, Any] | str, bytes]:
    """Return the message, or why it cannot be read; and the end of the body that is not its own.

    A length that is too large takes the beginning of the next message.
    """
    try:
        message = json.loads(body.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        return _first(body) or (f"not JSON: {error}", _next_header(body))
    return (message if isinstance(message, dict) else "not a JSON object"), b""


def _first(body: bytes) -> tuple[dict[str, Any], bytes] | None:
    """Return the message before the header of the next one, of which there may be a part only."""
    text = body.decode("utf-8", "surrogateescape")
    try:
        message, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    rest = text[end:].lstrip(" \t\r\n")
    is_header = any(rest[: len(name)].lower() == name[: len(rest)] for name in _HEADER_NAMES)
    if not isinstance(message, dict) or not is_header:
        return None
    return message, rest.encode("utf-8", "surrogateescape")


def _next_header(body: bytes) -> bytes:
    header = _HEADER.search(body)
    return body[header.start() :] if header else b""
