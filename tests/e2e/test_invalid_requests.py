"""What is no message of JSON-RPC 2.0 gets a short error, and one line in the log."""

import json

import pytest

from e2e.wire import Wire

HOVER = {"textDocument": {"uri": "file:///nowhere/x.txt"}, "position": {"line": 0, "character": 0}}
ASK = {"jsonrpc": "2.0", "method": "textDocument/hover", "params": HOVER}
INVALID_REQUEST = -32600
LONGEST = 400


@pytest.fixture(scope="module")
def session():
    with Wire() as session:
        session.initialize()
        yield session


@pytest.fixture
def wire(session):
    session.seen.clear()
    return session


def send(wire: Wire, message: object) -> None:
    body = json.dumps(message).encode()
    wire.raw(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))


@pytest.mark.parametrize(
    ("message", "answered"),
    [
        ({"id": 51, "method": "textDocument/hover", "params": HOVER}, 51),
        ({**ASK, "id": "a", "jsonrpc": "1.0"}, "a"),
        ({**ASK, "id": 53, "jsonrpc": 2}, 53),
        ({"jsonrpc": "2.0", "id": 54, "method": 5}, 54),
        ({"jsonrpc": "2.0", "id": 55, "method": ["a"]}, 55),
        ({"jsonrpc": "2.0", "id": 56, "method": None}, 56),
        ({**ASK, "id": None}, None),
        ({**ASK, "id": 1.5}, None),
        ({**ASK, "id": True}, None),
        ({**ASK, "id": [1]}, None),
        ({**ASK, "id": {"a": 1}}, None),
        ({"jsonrpc": "2.0", "params": {}}, None),
        ({}, None),
        ({"jsonrpc": "2.0", "id": 60, "method": "textDocument/didOpen", "params": {}}, 60),
        ({"jsonrpc": "2.0", "id": 63, "method": "textDocument/didChange", "params": {}}, 63),
        ({"jsonrpc": "2.0", "id": 61, "method": "$/cancelRequest", "params": {"id": 1}}, 61),
        ({"jsonrpc": "2.0", "id": 62, "method": "exit"}, 62),
    ],
    ids=json.dumps,
)
def test_an_invalid_request_is_answered(wire, message, answered):
    send(wire, message)
    answer = wire.answer(answered)
    assert answer["error"]["code"] in (INVALID_REQUEST, -32602)
    assert len(json.dumps(answer)) < LONGEST and "data" not in answer["error"]
    assert wire.request("textDocument/hover", HOVER)["result"] is None


@pytest.mark.parametrize("method", ["shutdown", "initialize", "textDocument/hover"])
def test_a_request_without_an_id_is_not_answered_and_has_no_effect(wire, method):
    wire.notify(method, HOVER)
    assert wire.request("textDocument/hover", HOVER)["result"] is None
    assert len(wire.seen) == 1


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("framesage.nothing", []),
        ("framesage.showExplanation", None),
        ("framesage.showExplanation", [{"uri": 7}]),
        ("framesage.showExplanation", [[], {}, 1]),
        ("framesage.ask", [7]),
        ("framesage.consultation", ["x"]),
    ],
)
def test_a_command_with_wrong_arguments_is_an_error_in_a_line(wire, command, arguments):
    params = {"command": command, "arguments": arguments}
    answer = wire.request("workspace/executeCommand", params)
    assert answer["error"]["code"] == -32602
    assert len(json.dumps(answer)) < LONGEST


def test_a_rejected_message_takes_one_line_in_the_log():
    command = {"command": "framesage.showExplanation", "arguments": [7]}
    rename = {"newName": "x", **HOVER}
    with Wire() as wire:
        wire.initialize()
        send(wire, {})
        send(wire, {**ASK, "id": 51, "method": 5})
        wire.notify("shutdown")
        wire.request("textDocument/hover", {"textDocument": 7})
        wire.request("workspace/executeCommand", command)
        wire.request("textDocument/rename", rename)
        wire.request("unknown")
        wire.process.stdin.close()
        log = wire.log_at_the_end().splitlines()
    assert len(log) <= 7 and all(line.startswith("framesage: rejected") for line in log)


def test_an_unknown_method_is_an_error_however_long_its_name_is(wire):
    answer = wire.request("x" * 100_000)
    assert answer["error"]["code"] == -32601
    assert len(json.dumps(answer)) < LONGEST


def test_unknown_fields_cost_no_answer(wire):
    odd = {"type_name": "a b", "self": 1, "from the future": {"class": [{}]}}
    document = {"uri": "file:///nowhere/x.txt", **odd}
    send(wire, {**ASK, **odd, "id": 71, "params": {**HOVER, **odd, "textDocument": document}})
    assert wire.answer(71)["result"] is None
    custom = {"jsonrpc": "2.0", "id": 72, "method": "framesage/status"}
    send(wire, {**custom, **odd, "params": {**odd, "textDocument": document}})
    assert wire.answer(72)["result"] is None


def test_an_answer_that_nobody_asked_for_does_not_end_a_request_with_its_id(wire):
    """pygls would take it for the result of the command that is running."""
    apply = {"command": "framesage.applyAnswers", "arguments": [{"uri": "file:///nowhere/x"}]}
    asked = {"jsonrpc": "2.0", "id": 81, "method": "workspace/executeCommand", "params": apply}
    send(wire, asked)
    send(wire, {"jsonrpc": "2.0", "id": 81, "result": None})
    assert "applied" in wire.answer(81)["result"]
    assert b"Traceback" not in wire.log
