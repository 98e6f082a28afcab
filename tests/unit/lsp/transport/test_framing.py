"""Frames come out whole however the bytes come in, and damage costs no more than it must."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framesage.lsp.transport.framing import LARGEST, Frames, header_in

MESSAGES = st.lists(st.text(max_size=30).map(lambda text: json.dumps({"m": text}).encode()))


def framed(body: bytes, more: int = 0) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body) + more, body)


def bodies(*chunks: bytes) -> list[bytes]:
    frames = Frames()
    return [body for chunk in chunks for body in frames.feed(chunk)]


@given(MESSAGES, st.data())
def test_however_the_bytes_are_cut(messages, data):
    stream = b"".join(framed(one) for one in messages)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    edges = [0, *cuts, len(stream)]
    chunks = [stream[a:b] for a, b in itertools.pairwise(edges)]
    assert bodies(*chunks) == messages


@given(MESSAGES.filter(bool), st.integers(1, 10_000))
def test_a_length_too_long_ends_at_the_next_header_while_it_is_waited_for(messages, more):
    first, *rest = messages
    length = len(b"".join(framed(one) for one in rest)) + more + 1
    stream = framed(first, length) + b"".join(framed(one) for one in rest)
    found = bodies(stream)
    assert found == ([first, *rest] if rest else [])


@given(st.binary(max_size=200), MESSAGES)
def test_noise_before_a_header_is_passed_over(noise, messages):
    if header_in(noise) < len(noise):
        return
    assert bodies(noise + b"\n", *[framed(one) for one in messages]) == messages


def test_noise_is_not_kept():
    frames = Frames()
    for _ in range(100):
        assert list(frames.feed(b"x" * 100_000)) == []
    assert len(frames._buffer) < 1_000_000
    assert list(frames.feed(framed(b"{}"))) == [b"{}"]


def test_an_absurd_length_is_told_at_once():
    assert bodies(b"Content-Length: %d\r\n\r\n" % (LARGEST + 1)) == [b""]


@pytest.mark.parametrize("rest", [b"", framed(b"{}"), b"noise" + framed(b"{}")])
def test_what_is_given_back_is_looked_at_next(rest):
    frames = Frames()
    assert list(frames.feed(framed(b"[]"))) == [b"[]"]
    frames.give_back(rest)
    assert list(frames.feed(framed(b"7"))) == ([b"{}", b"7"] if rest else [b"7"])


def test_where_a_header_is():
    assert header_in(b"abc") == 3
    assert header_in(b"abc" + framed(b"{}")) == 3
    assert header_in(b'{"text": "Content-Length: 5\\r\\n"}') == 33
