"""A damaged stream: what can be answered is answered, and the next whole message is heard."""

import json

import pytest

from e2e.wire import Wire, frame

HOVER = {"textDocument": {"uri": "file:///nowhere/x.txt"}, "position": {"line": 0, "character": 0}}
ASKED = frame({"id": 99, "method": "textDocument/hover", "params": HOVER})
BODY = ASKED.partition(b"\r\n\r\n")[2]
SIZE = len(BODY)


@pytest.fixture(scope="module")
def session():
    """One server for all: it has to live through the whole of this."""
    with Wire() as session:
        session.initialize()
        yield session


@pytest.fixture
def wire(session):
    session.seen.clear()
    return session


def still_hears(wire: Wire) -> bool:
    return wire.request("textDocument/hover", HOVER)["result"] is None


def headed(*lines: bytes, body: bytes = BODY) -> bytes:
    return b"".join(line + b"\r\n" for line in lines) + b"\r\n" + body


@pytest.mark.parametrize(
    "body",
    [b"{", b"nonsense", b"", b"[1, 2]", b"7", b"\xff\xfe\xfa", b"[" * 100_000, b'{"a": 1,}'],
    ids=lambda body: repr(body[:12]),
)
def test_what_is_no_message_is_answered_and_survived(wire, body):
    wire.raw(headed(b"Content-Length: %d" % len(body), body=body))
    assert wire.answer(None)["error"]["code"] == -32700
    assert still_hears(wire)


@pytest.mark.parametrize(
    "lines",
    [
        [b"content-length: %d" % SIZE],
        [b"CONTENT-LENGTH:%d" % SIZE],
        [b"Content-Length: %d" % SIZE, b"Content-Type: application/vscode-jsonrpc; charset=utf8"],
        [b"Content-Type: x", b"Content-Length:  %d " % SIZE],
        [b"X-Noise: \x00\xff", b"Content-Length: %d" % SIZE],
    ],
    ids=str,
)
def test_headers_are_taken_as_they_come(wire, lines):
    wire.raw(headed(*lines))
    assert wire.answer(99)["result"] is None


def test_lines_may_end_in_lf_only(wire):
    wire.raw(b"Content-Length: %d\n\n%b" % (SIZE, BODY))
    assert wire.answer(99)["result"] is None


@pytest.mark.parametrize("more", [1, 5, 17, 30, 500, 1_000_000])
def test_a_length_that_is_too_long_costs_no_message(wire, more):
    wire.raw(headed(b"Content-Length: %d" % (SIZE + more)))
    assert still_hears(wire)
    assert any(one.get("id") == 99 for one in wire.seen)


@pytest.mark.parametrize(
    "damaged",
    [
        headed(b"Content-Length: %d" % (SIZE - 7)),
        headed(b"Content-Length: 999999999999"),
        headed(b"Content-Length: -3"),
        headed(b"Content-Length: many"),
        b"Content-Length: %d\r\n%b" % (SIZE, BODY),
        BODY,
        b"noise\r\n\r\n" * 1000,
        b"\0" * 100_000,
    ],
    ids=["too short", "absurd", "negative", "a word", "no blank line", "no header", "noise", "NUL"],
)
def test_after_damage_the_next_messages_are_heard(wire, damaged):
    wire.raw(damaged)
    wire.notify("$/nothing")  # a damaged length may cost the message behind it
    assert still_hears(wire)


@pytest.mark.parametrize("params", [{}, None, 7], ids=json.dumps)
def test_an_unknown_request_is_told_so(wire, params):
    assert wire.request("textDocument/flambé", params)["error"]["code"] == -32601
    assert still_hears(wire)


@pytest.mark.parametrize("params", [None, [], {}, {"textDocument": 7}, "text"], ids=json.dumps)
def test_wrong_parameters_are_answered(wire, params):
    assert wire.request("textDocument/hover", params)["error"]["code"] in (-32602, -32600)
    wire.notify("textDocument/didChange", params)
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": "file://%00", "type": 9}]})
    assert still_hears(wire)


@pytest.mark.parametrize("params", [None, [], {}, {"textDocument": 7}, "text"], ids=json.dumps)
def test_wrong_parameters_of_our_own_requests_are_about_nothing(wire, params):
    assert wire.request("framesage/status", params)["result"] is None


@pytest.mark.parametrize(
    "message",
    [
        {"id": 5},
        {"id": 6, "result": None},
        {"id": 7, "error": {"code": 1, "message": "no"}},
        {"method": "$/cancelRequest", "params": {"id": "nobody's"}},
        {"method": "$/cancelRequest"},
    ],
    ids=json.dumps,
)
def test_answers_and_notices_are_never_answered(wire, message):
    wire.raw(frame(message))
    assert still_hears(wire)
    assert len(wire.seen) == 1
