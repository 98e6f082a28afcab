"""Messages out of a stream of bytes, finding the next one again after a wrong length.

Headers are taken as clients really send them: any case, any order, lines ending in CRLF or LF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 256 * 1024 * 1024
"""A longer body, in bytes, is taken for a mistake in the length."""

_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\d{1,12})[ \t]*\r?\n", re.IGNORECASE)
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEADER = 16 * 1024


class Frames:
    """Collects bytes and hands out the bodies of whole messages."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Add bytes; yield every body that is complete now."""
        self._buffer += data
        while (body := self._next()) is not None:
            yield body

    def give_back(self, body: bytes) -> bool:
        """Take back what follows the next header inside a body that was too long.

        Returns whether there was one; the body itself is lost either way.
        """
        header = _LENGTH.search(body)
        if header is None:
            return False
        self._buffer[:0] = body[header.start() :]
        return True

    def _next(self) -> bytes | None:
        length = _LENGTH.search(self._buffer)
        if length is None:
            # Noise without a header: keep only what may be the beginning of one.
            del self._buffer[:-_LONGEST_HEADER]
            return None
        end = _HEADERS_END.search(self._buffer, length.end() - 2)
        if end is None:
            return None
        size = int(length.group(1))
        if size > LARGEST:
            del self._buffer[: end.end()]
            return b""
        if len(self._buffer) < end.end() + size:
            return None
        body = bytes(self._buffer[end.end() : end.end() + size])
        del self._buffer[: end.end() + size]
        return body
