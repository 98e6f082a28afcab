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

_KEPT = 1024
"""How many bytes of noise without an end are kept: a header may have begun in them."""

_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_HEADER = re.compile(rb"([\w!#$%&'*+.^`|~-]+)[ \t]*:(.*)", re.DOTALL)
_LENGTH = re.compile(rb"\d{1,12}")
_LENGTH_NAME = re.compile(rb"Content-Length", re.IGNORECASE)
_LENGTH_LINE = re.compile(rb"Content-Length[ \t]*:[ \t]*\d{1,12}[ \t]*(?=\r?\n|$)", re.IGNORECASE)


class FramingError(Exception):
    """Bytes that are no header of a message."""


class FrameReader:
    """Collects bytes and returns the bodies of complete messages.

    Header names may have any case, headers any order, and lines may end in CRLF or LF; headers
    other than ``Content-Length`` are ignored.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._is_lost = False

    def feed(self, data: bytes) -> Iterator[bytes | FramingError]:
        """Add bytes and yield every body that is complete.

        A header that cannot be read is an error, and so is all until the next one that can: that is
        yielded once, in place of the bodies.
        """
        self._buffer += data
        while (frame := self._next()) is not None:
            if isinstance(frame, bytes) or not self._is_lost:
                yield frame
            self._is_lost = not isinstance(frame, bytes)

    def unread(self, data: bytes) -> None:
        """Put the end of a body back, of which a wrong length has taken too much."""
        self._buffer[:0] = data

    def _next(self) -> bytes | FramingError | None:
        headers_end = _HEADERS_END.search(self._buffer, 0, LARGEST_HEADERS)
        if headers_end is None:
            return self._without_end() if len(self._buffer) > LARGEST_HEADERS else None
        headers, start = bytes(self._buffer[: headers_end.start()]), headers_end.end()
        try:
            stop = start + _content_length(headers)
        except FramingError as error:
            self._skip(headers, start)
            return error
        if len(self._buffer) < stop:
            return None
        body = bytes(self._buffer[start:stop])
        del self._buffer[:stop]
        return body

    def _skip(self, headers: bytes, start: int) -> None:
        """Remove headers without a length, and what is behind them up to the next one that has one.

        Noise can consist of a million empty headers.
        """
        *_, last = 0, *(found.start() for found in _LENGTH_LINE.finditer(headers, 1))
        if not last:
            found = _LENGTH_NAME.search(self._buffer, start)
            last = found.start() if found else max(start, len(self._buffer) - _KEPT)
        del self._buffer[:last]

    def _without_end(self) -> FramingError:
        del self._buffer[:-_KEPT]
        return FramingError(f"headers longer than {LARGEST_HEADERS} bytes")


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
