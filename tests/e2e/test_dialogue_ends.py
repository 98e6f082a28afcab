"""A dialogue that nobody answers: it blocks nothing, and ends without traces in the log."""

import time

import pytest

from e2e.wire import PATIENCE, Wire, frame

ASKED = "window/showMessageRequest"
METHOD_NOT_FOUND = -32601


@pytest.fixture
def asking(tmp_path):
    """A server that has asked a question, and the id of its request."""
    with Wire() as wire:
        wire.initialize(tmp_path)
        uri = (tmp_path / "requirements.txt").as_uri()
        wire.open(uri, "")
        answer = wire.request(
            "workspace/executeCommand", {"command": "framesage.ask", "arguments": [uri]}
        )
        assert answer["result"] is None
        yield wire, wire.until(lambda message: message.get("method") == ASKED)["id"]


def test_an_editor_that_cannot_ask_gets_the_command(asking, tmp_path):
    wire, identity = asking
    error = {"code": METHOD_NOT_FOUND, "message": "no such method"}
    wire.raw(frame({"id": identity, "error": error}))
    told = wire.until(lambda message: message.get("method") == "window/showMessage")
    assert told["params"]["message"].endswith(f"framesage ask {tmp_path}")


def test_an_editor_that_fails_to_ask_ends_the_dialogue(asking):
    wire, identity = asking
    wire.raw(frame({"id": identity, "error": {"code": -32603, "message": "it is \U0001f622"}}))
    end = time.monotonic() + PATIENCE
    while not wire.log and time.monotonic() < end:
        time.sleep(0.01)
    wire.request("shutdown")
    wire.notify("exit")
    wire.process.wait(PATIENCE)
    assert wire.log_at_the_end().splitlines() == [
        "framesage: the editor cannot ask a question: it is \U0001f622"
    ]


def test_the_server_answers_while_a_question_is_open(asking, tmp_path):
    wire, _ = asking
    wire.open((tmp_path / "dev-requirements.txt").as_uri(), "flask\n")
    assert wire.hover((tmp_path / "dev-requirements.txt").as_uri(), 0, 1)["id"]


def test_shutdown_ends_the_dialogue(asking):
    wire, identity = asking
    assert wire.request("shutdown")["result"] is None
    wire.reply(identity, {"title": "Yes"})
    wire.notify("exit")
    wire.process.wait(PATIENCE)
    assert wire.process.returncode == 0
    assert wire.log_at_the_end() == ""


def test_the_end_of_the_input_ends_the_dialogue(asking):
    wire, _ = asking
    wire.process.stdin.close()
    wire.process.wait(PATIENCE)
    assert wire.log_at_the_end() == ""


def test_rejected_arguments_take_one_line_in_the_log(asking):
    wire, _ = asking
    params = {"command": "framesage.consultation", "arguments": [{"uri": "untitled:1"}]}
    assert "`uri` must be" in wire.request("workspace/executeCommand", params)["error"]["message"]
    wire.request("shutdown")
    wire.notify("exit")
    wire.process.wait(PATIENCE)
    assert len(wire.log_at_the_end().splitlines()) == 1


def test_an_editor_that_never_answers_is_served_and_gets_the_command(asking, tmp_path):
    wire, first = asking
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.change(uri, "flask\nwtforms\n", 2)
    while wire.published(uri)["version"] != 2:
        pass
    assert "Flask" in str(wire.hover(uri, 0, 1)["result"]["contents"])
    wire.change(uri, "", 3)
    ask = {"command": "framesage.ask", "arguments": [uri]}
    assert wire.request("workspace/executeCommand", ask)["result"] is None
    told = [message for message in wire.seen if message.get("method") == "window/showMessage"]
    assert [message["params"]["message"] for message in told] == [
        f"If no question appears here, run in a terminal: framesage ask {tmp_path}"
    ]
    second = wire.until(lambda message: message.get("method") == ASKED)["id"]
    assert second != first
    wire.reply(second, {"title": "No"})
    assert wire.until(lambda message: message.get("method") == ASKED)["id"] not in (first, second)
