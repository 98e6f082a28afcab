"""How the server starts and exits."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from e2e.wire import PATIENCE, SERVER, Wire, frame

SOON = 1.0
"""Seconds within which the server must exit."""


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


def seconds_to_end(wire: Wire) -> float:
    begin = time.monotonic()
    wire.process.wait(PATIENCE)
    return time.monotonic() - begin


def test_it_exits_when_stdin_is_closed(wire):
    wire.initialize()
    wire.process.stdin.close()
    assert seconds_to_end(wire) < SOON
    assert wire.process.returncode == 1


def test_the_flag_stdio_is_accepted():
    with Wire([*SERVER, "--stdio"]) as wire:
        wire.initialize()
        wire.process.stdin.close()
        assert seconds_to_end(wire) < SOON


def test_exit_after_shutdown_returns_0(wire):
    wire.initialize()
    assert wire.request("shutdown")["result"] is None
    wire.notify("exit")
    assert seconds_to_end(wire) < SOON
    assert wire.process.returncode == 0


def test_exit_without_shutdown_returns_1(wire):
    wire.initialize()
    wire.notify("exit")
    assert seconds_to_end(wire) < SOON
    assert wire.process.returncode == 1


def test_exit_before_initialize_returns_1(wire):
    wire.notify("exit")
    wire.process.wait(PATIENCE)  # this includes the start
    assert wire.process.returncode == 1


def test_it_exits_when_the_editor_ends_and_stdin_stays_open(wire):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as editor:
        wire.initialize(processId=editor.pid)
        assert "result" in wire.request("textDocument/hover", HOVER)
        editor.kill()
        editor.wait()
    assert seconds_to_end(wire) < SOON
    assert "editor's process has ended" in wire.log_at_the_end()


HOVER = {"textDocument": {"uri": "file:///nowhere/x.txt"}, "position": {"line": 0, "character": 0}}


def test_requests_before_initialize_are_errors(wire):
    assert wire.request("textDocument/hover", HOVER)["error"]["code"] == -32002
    wire.notify("textDocument/didOpen", {"nonsense": True})
    assert "hoverProvider" in wire.initialize()


def test_requests_after_shutdown_are_errors(wire):
    wire.initialize()
    wire.request("shutdown")
    assert wire.request("textDocument/hover", HOVER)["error"]["code"] == -32600


def test_a_second_initialize_is_an_error(wire):
    wire.initialize()
    params = {"processId": os.getpid(), "rootUri": None, "capabilities": {}}
    assert wire.request("initialize", params)["error"]["code"] == -32600
    assert "result" in wire.request("textDocument/hover", HOVER)


@pytest.mark.parametrize("port", ["-1", "70000", "taken"])
def test_an_unusable_port_is_an_error(port):
    with socket.create_server(("127.0.0.1", 0)) as other:
        number = str(other.getsockname()[1]) if port == "taken" else port
        ran = subprocess.run([*SERVER, f"--tcp={number}"], capture_output=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"framesage: error: cannot listen on port {number}: ".encode())
    assert ran.stderr.count(b"\n") == 1


def test_tcp_serves_one_client():
    command = [*SERVER, "--tcp", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        told = process.stderr.readline().decode()
        with socket.create_connection(("127.0.0.1", int(told.rsplit(":", 1)[1]))) as connection:
            params = {"processId": None, "rootUri": None, "capabilities": {}}
            connection.sendall(frame({"id": 1, "method": "initialize", "params": params}))
            assert b"hoverProvider" in connection.recv(65536)
        assert process.wait(PATIENCE) == 1


def test_initialize_can_be_repeated_after_an_error(wire):
    assert wire.request("initialize", {"capabilities": 7})["error"]["code"] == -32602
    assert "hoverProvider" in wire.initialize()


def test_explanations_are_deleted_when_the_editor_ends(wire, tmp_path):
    uri = (tmp_path / "requirements.txt").as_uri()
    able = {"window": {"showDocument": {"support": True}}}
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as editor:
        wire.initialize(tmp_path, processId=editor.pid, capabilities=able)
        wire.open(uri, "flask\ndjango\n")
        explain = {"command": "framesage.showExplanation", "arguments": [uri, ""]}
        wire.ask("workspace/executeCommand", explain)
        shown = wire.until(lambda message: message.get("method") == "window/showDocument")
        page = Path(url2pathname(urlsplit(shown["params"]["uri"]).path))
        assert page.is_file()
        editor.kill()
        editor.wait()
    wire.process.wait(PATIENCE)
    assert not page.parent.exists()
