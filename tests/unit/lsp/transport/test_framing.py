"""The bodies of messages are complete however the bytes arrive; noise is reported and skipped."""

import itertools
import json
import time
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framesage.lsp.transport import framing
from framesage.lsp.transport.framing import (
    LARGEST_BODY,
    LARGEST_HEADERS,
    FrameReader,
    FramingError,
)

MESSAGES = st.lists(st.text(max_size=30).map(lambda text: json.dumps({"m": text}).encode()))


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def bodies(*chunks: bytes) -> list[bytes | str]:
    """Return the bodies, and the errors in place of what is no message."""
    frames = FrameReader()
    found = [frame for chunk in chunks for frame in frames.feed(chunk)]
    return [str(frame) if isinstance(frame, FramingError) else frame for frame in found]


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
        (b'{"id": 1}Content-Length: x', "invalid header '{"),
        (b"Content-Type: x", "no Content-Length header"),
        (b"Content-Length: many", "invalid Content-Length 'many'"),
        (b"Content-Length: -3", "invalid Content-Length '-3'"),
        (b"Content-Length: %d" % (LARGEST_BODY + 1), f"invalid Content-Length '{LARGEST_BODY + 1}"),
        (b"Content-Length: 999999999999", "invalid Content-Length '999999999999'"),
        (b"\0" * 100, "invalid header '" + r"\x00" * 40),
    ],
    ids=repr,
)
def test_noise_is_one_error_and_costs_no_message(headers, error):
    noise = headers + b"\r\n\r\n"
    stream = framed(b"{}") + noise + b"[]" + noise + framed(b"7") + framed(b"8")
    for size in (1, 7, len(stream)):
        chunks = [stream[at : at + size] for at in range(0, len(stream), size)]
        first, reported, *others = bodies(*chunks)
        assert first == b"{}" and reported.startswith(error)
        assert others == [b"7", b"8"]


def test_a_header_directly_after_the_rest_of_a_short_body_is_found():
    assert bodies(b"ll}Content-Length: 2\r\n\r\n{}" + framed(b"7")) == [
        "invalid header 'll}Content-Length: 2'",
        b"{}",
        b"7",
    ]


@pytest.mark.parametrize("begin", [b"", b"Content-Length: 5\r\nX: "], ids=repr)
def test_endless_headers_are_skipped(begin):
    endless = begin + b"x" * LARGEST_HEADERS
    error = f"headers longer than {LARGEST_HEADERS} bytes"
    assert bodies(endless, b"x" * 100_000, b"\r\n\r\n" + framed(b"{}")) == [error, b"{}"]


def test_noise_is_not_kept_and_not_searched_again():
    frames = FrameReader()
    piece = b"Content-Length: 5\n" * 3640
    begin = time.process_time()
    for _ in range(300):  # 20 MB
        list(frames.feed(piece))
    assert len(frames._buffer) <= LARGEST_HEADERS
    assert time.process_time() - begin < 10  # seconds; it takes about one


@pytest.mark.parametrize("unit", [b"\r\n\r\n", b"\n\n", b"X: y\r\n\r\n"], ids=repr)
def test_empty_headers_are_not_read_one_by_one(unit, monkeypatch):
    read = Mock(wraps=framing._content_length)
    monkeypatch.setattr(framing, "_content_length", read)
    reader = FrameReader()
    (error,) = reader.feed(unit * (64 * 1024 // len(unit)))
    assert isinstance(error, FramingError)
    assert read.call_count < 1000
    assert list(reader.feed(b"X: y\r\nContent-Length: 2\r\n\r\n{}")) == [b"{}"]


def test_what_is_put_back_is_read_again():
    frames = FrameReader()
    stream = frames.feed(b"Content-Length: 12\r\n\r\n{}" + framed(b"[7]"))
    body = next(stream)
    frames.unread(body[2:])
    assert [*stream] == [b"[7]"]
