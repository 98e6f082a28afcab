"""Split a stream of bytes into the bodies of messages, by their ``Content-Length`` headers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_BODY = 256 * 1024 * 1024
"""The longest body that is accepted, in bytes."""

LARGEST_HEADERS = 16 * 1024
"""The most bytes that the headers of one message may take."""

_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_HEADER = re.compile(rb"([\w!#$%&'*+.^`|~-]+)[ \t]*:(.*)", re.DOTALL)
_LENGTH = re.compile(rb"\d{1,12}")


class FramingError(Exception):
    """A header that cannot be read: where the next message begins is unknown from then on."""


class FrameReader:
    """Collects bytes and returns the bodies of complete messages.

    Header names may have any case, headers any order, and lines may end in CRLF or LF; headers
    other than ``Content-Length`` are ignored.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Add bytes and yield every body that is complete; raise FramingError for a bad header."""
        self._buffer += data
        while (body := self._next_body()) is not None:
            yield body

    def _next_body(self) -> bytes | None:
        headers_end = _HEADERS_END.search(self._buffer)
        if headers_end is None:
            if len(self._buffer) > LARGEST_HEADERS:
                raise FramingError(f"headers longer than {LARGEST_HEADERS} bytes")
            return None
        start = headers_end.end()
        stop = start + _content_length(bytes(self._buffer[: headers_end.start()]))
        if len(self._buffer) < stop:
            return None
        body = bytes(self._buffer[start:stop])
        del self._buffer[:stop]
        return body


def _content_length(headers: bytes) -> int:
    """Return the length of the body in bytes; raise FramingError if the headers do not give it."""
    length = None
    for line in _LINE_END.split(headers):
        header = _HEADER.fullmatch(line)
        if header is None:
            raise FramingError(f"invalid header {_excerpt(line)}")
        if header[1].lower() == b"content-length":
            length = header[2].strip()
    if length is None:
        raise FramingError("no Content-Length header")
    if not _LENGTH.fullmatch(length) or int(length) > LARGEST_BODY:
        raise FramingError(f"invalid Content-Length {_excerpt(length)}")
    return int(length)


def _excerpt(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
