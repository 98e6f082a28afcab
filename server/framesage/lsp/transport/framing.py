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
_LENGTH_BEFORE = re.compile(_LENGTH.pattern + rb"\Z", re.IGNORECASE)
_LONGEST_LENGTH = 64
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEADER = 16 * 1024


class Frames:
    """Collects bytes and hands out the bodies of whole messages."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._looked = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Add bytes; yield every body that is complete now."""
        self._buffer += data
        while (body := self._next()) is not None:
            yield body

    def give_back(self, rest: bytes) -> None:
        """Take back what turned out not to belong to a body; it is looked at next."""
        self._buffer[:0] = rest

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
        stop = end.end() + size
        if len(self._buffer) < stop:
            stop = self._header_in_body(end.end())
            if stop < 0:
                return None
        body = bytes(self._buffer[end.end() : stop])
        del self._buffer[:stop]
        self._looked = 0
        return body

    def _header_in_body(self, begin: int) -> int:
        """Return where a header stands in a body that is not whole yet, or -1.

        JSON writes no line end inside a string, so there it proves that the length was too long;
        waiting for the rest would leave the server deaf.
        """
        at = max(begin, self._looked)
        while (at := self._buffer.find(b"\n", at)) >= 0:
            at += 1
            header = _LENGTH_BEFORE.search(self._buffer, max(begin, at - _LONGEST_LENGTH), at)
            if header:
                return header.start()
        self._looked = len(self._buffer)
        return -1


def header_in(body: bytes) -> int:
    """Return where the first header stands in a body that could not be read, or its length."""
    header = _LENGTH.search(body)
    return header.start() if header else len(body)
