"""The bodies of messages are complete however the bytes arrive, and bad headers are errors."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framesage.lsp.transport.framing import (
    LARGEST_BODY,
    LARGEST_HEADERS,
    FrameReader,
    FramingError,
)

MESSAGES = st.lists(st.text(max_size=30).map(lambda text: json.dumps({"m": text}).encode()))


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def bodies(*chunks: bytes) -> list[bytes]:
    frames = FrameReader()
    return [body for chunk in chunks for body in frames.feed(chunk)]


@given(MESSAGES, st.data())
def test_chunk_boundaries_do_not_matter(messages, data):
    stream = b"".join(framed(message) for message in messages)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    edges = [0, *cuts, len(stream)]
    chunks = [stream[start:end] for start, end in itertools.pairwise(edges)]
    assert bodies(*chunks) == messages


@pytest.mark.parametrize(
    "headers",
    [
        b"content-length: 2\r\n\r\n",
        b"CONTENT-LENGTH:2\r\n\r\n",
        b"Content-Length:  2 \r\n\r\n",
        b"Content-Length: 2\n\n",
        b"Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        b"Content-Type: a:b\r\nX-Other: \x00\xff\r\nContent-Length: 2\r\n\r\n",
    ],
    ids=repr,
)
def test_valid_headers_may_be_unusual(headers):
    assert bodies(headers + b"{}" + framed(b"7")) == [b"{}", b"7"]


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        (b"noise", "invalid header 'noise'"),
        (b'{"id": 1}Content-Length: 2', "invalid header '{"),
        (b"Content-Type: x", "no Content-Length header"),
        (b"Content-Length: many", "invalid Content-Length 'many'"),
        (b"Content-Length: -3", "invalid Content-Length '-3'"),
        (b"Content-Length: %d" % (LARGEST_BODY + 1), f"invalid Content-Length '{LARGEST_BODY + 1}"),
        (b"\0" * 100, "invalid header '" + r"\\x00" * 40),
    ],
    ids=repr,
)
def test_invalid_headers_are_errors(headers, error):
    frames = FrameReader()
    found = []
    with pytest.raises(FramingError, match=error):
        found.extend(frames.feed(framed(b"{}") + headers + b"\r\n\r\n{}"))
    with pytest.raises(FramingError, match=error):
        next(frames.feed(framed(b"{}")))


def test_complete_messages_before_an_invalid_header_are_returned():
    stream = FrameReader().feed(framed(b"{}") + b"noise\r\n\r\n")
    assert next(stream) == b"{}"
    with pytest.raises(FramingError):
        next(stream)


def test_endless_headers_are_an_error():
    frames = FrameReader()
    assert list(frames.feed(b"x" * LARGEST_HEADERS)) == []
    with pytest.raises(FramingError, match="headers longer than 16384 bytes"):
        list(frames.feed(b"x"))
