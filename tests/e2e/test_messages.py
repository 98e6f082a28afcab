"""Unusual and invalid messages: bad bodies are answered, noise is skipped."""

import json

import pytest

from e2e.wire import PATIENCE, Wire, frame

HOVER = {"textDocument": {"uri": "file:///nowhere/x.txt"}, "position": {"line": 0, "character": 0}}
ASKED = frame({"id": 99, "method": "textDocument/hover", "params": HOVER})
BODY = ASKED.partition(b"\r\n\r\n")[2]
SIZE = len(BODY)


@pytest.fixture(scope="module")
def session():
    """One server for all tests that it must survive."""
    with Wire() as session:
        session.initialize()
        yield session


@pytest.fixture
def wire(session):
    session.seen.clear()
    return session


def still_answers(wire: Wire) -> bool:
    return wire.request("textDocument/hover", HOVER)["result"] is None


def headed(*lines: bytes, body: bytes = BODY) -> bytes:
    return b"".join(line + b"\r\n" for line in lines) + b"\r\n" + body


@pytest.mark.parametrize(
    "body",
    [b"{", b"nonsense", b"", b"[1, 2]", b"7", b"\xff\xfe\xfa", b"[" * 100_000, b'{"a": 1,}'],
    ids=lambda body: repr(body[:12]),
)
def test_an_invalid_body_is_answered_and_survived(wire, body):
    wire.raw(headed(b"Content-Length: %d" % len(body), body=body))
    assert wire.answer(None)["error"]["code"] == -32700
    assert still_answers(wire)


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
def test_valid_headers_may_be_unusual(wire, lines):
    wire.raw(headed(*lines))
    assert wire.answer(99)["result"] is None


def test_header_lines_may_end_in_lf(wire):
    wire.raw(b"Content-Length: %d\n\n%b" % (SIZE, BODY))
    assert wire.answer(99)["result"] is None


@pytest.mark.parametrize(
    "stream",
    [
        headed(b"Content-Length: %d" % (SIZE - 7)),
        headed(b"Content-Length: %d" % (SIZE + 30)),
        headed(b"Content-Length: 999999999999"),
        headed(b"Content-Length: -3"),
        headed(b"Content-Length: many"),
        headed(b"Content-Type: text"),
        b"Content-Length: %d\r\n%b" % (SIZE, BODY),
        BODY,
        b"noise\r\n\r\n",
        b"\0" * 100_000,
        b"Content-Length: 5\r\nX: " + b"a" * 10_000_000,
    ],
    ids=[
        "length too short",
        "length too long",
        "length absurd",
        "length negative",
        "length not a number",
        "no length",
        "no blank line",
        "no headers",
        "noise",
        "NUL",
        "endless header",
    ],
)
def test_noise_costs_no_other_message_and_one_line_in_the_log(stream):
    with Wire() as wire:
        wire.initialize()
        wire.raw(ASKED + stream + ASKED.replace(b'"id": 99', b'"id": 98') + frame({"method": "x"}))
        assert wire.answer(99)["result"] is None
        assert wire.answer(98)["result"] is None
        assert still_answers(wire)
        wire.process.stdin.close()
        log = wire.log_at_the_end().splitlines()
    assert len(log) <= 2  # a body that is not JSON, and what is left of it
    assert all(line.startswith("framesage: cannot read a message: ") for line in log)


def test_a_length_beyond_the_end_of_the_stream_ends_the_server():
    with Wire() as wire:
        wire.initialize()
        wire.raw(headed(b"Content-Length: 1000000"))
        wire.process.stdin.close()
        assert wire.process.wait(PATIENCE) == 1
        assert wire.log_at_the_end() == ""


@pytest.mark.parametrize("params", [{}, None, 7], ids=json.dumps)
def test_an_unknown_request_is_an_error(wire, params):
    assert wire.request("textDocument/flambé", params)["error"]["code"] == -32601
    assert still_answers(wire)


@pytest.mark.parametrize("params", [None, [], {}, {"textDocument": 7}, "text"], ids=json.dumps)
def test_invalid_parameters_are_answered(wire, params):
    assert wire.request("textDocument/hover", params)["error"]["code"] in (-32602, -32600)
    wire.notify("textDocument/didChange", params)
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": "file://%00", "type": 9}]})
    assert still_answers(wire)


@pytest.mark.parametrize("params", [None, [], {}, {"textDocument": 7}, "text"], ids=json.dumps)
def test_custom_requests_with_invalid_parameters_return_null(wire, params):
    for method in ("framesage/status", "framesage/report", "framesage/rule"):
        assert wire.request(method, params)["result"] is None


@pytest.mark.parametrize(
    "message",
    [
        {"id": 5},
        {"id": 6, "result": None},
        {"id": 7, "error": {"code": 1, "message": "no"}},
        {"method": "$/cancelRequest", "params": {"id": "unknown"}},
        {"method": "$/cancelRequest"},
    ],
    ids=json.dumps,
)
def test_responses_and_notifications_are_not_answered(wire, message):
    wire.raw(frame(message))
    assert still_answers(wire)
    assert len(wire.seen) == 1


def test_a_uri_with_half_a_pair_of_brackets_is_no_file(wire):
    document = {"textDocument": {"uri": "file://[::1/requirements.txt"}}
    wire.open(document["textDocument"]["uri"], "flask\n")
    assert wire.request("textDocument/documentSymbol", document)["result"] == []
    assert still_answers(wire)
