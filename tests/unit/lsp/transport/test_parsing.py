"""A body that is longer or shorter than its message costs at most that message."""

import json

import pytest

from framesage.lsp.transport.framing import FrameReader
from framesage.lsp.transport.parsing import parse

FIRST = {"id": 1, "text": "\U0001f40d é"}
SECOND = {"id": 2, "text": "x"}


def encoded(message: object) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode()


def headed(message: object, more: int = 0) -> bytes:
    body = encoded(message)
    return b"Content-Length: %d\r\n\r\n%b" % (len(body) + more, body)


def messages(stream: bytes) -> list[object]:
    frames, found = FrameReader(), []
    for frame in frames.feed(stream):
        message, rest = parse(frame) if isinstance(frame, bytes) else (str(frame), b"")
        frames.unread(rest)
        found.append(message)
    return found


@pytest.mark.parametrize("more", range(len(headed(SECOND)) + 1))
def test_a_length_that_is_too_large_costs_no_message(more):
    assert messages(headed(FIRST, more) + headed(SECOND) + headed(FIRST)) == [FIRST, SECOND, FIRST]


@pytest.mark.parametrize("more", range(0, 80, 7))
@pytest.mark.parametrize("between", [b"", b"  \r\n"])
def test_the_next_message_can_begin_with_another_header(more, between):
    second = b"content-type: application/vscode-jsonrpc; charset=utf-8\r\n" + headed(SECOND)
    stream = headed(FIRST, more + len(between)) + between + second + headed(FIRST)
    assert messages(stream) == [FIRST, SECOND, FIRST]


@pytest.mark.parametrize("less", range(1, 20))
def test_a_length_that_is_too_small_costs_one_message(less):
    error, *others = messages(headed(FIRST, -less) + headed(SECOND) + headed(FIRST))
    assert error.startswith("not JSON: ")
    assert others[-2:] == [SECOND, FIRST]


@pytest.mark.parametrize(
    "body", [b"{", b"", b"{}x", b"{}{}", b"7", b"[1]Content-Length: 3", b"\xff"]
)
def test_what_is_no_message_is_an_error(body):
    message, _ = parse(body)
    assert message.startswith("not ")
