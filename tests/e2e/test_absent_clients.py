"""Editors that do not read, or are gone: the server answers on, or leaves and cleans up."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from e2e.wire import PATIENCE, SERVER, Wire, frame

REPORTS = 80
"""Requests for pages that no pipe has room for."""
PATIENT = """
import sys
from framesage.cli import main
from framesage.lsp.transport import parent_watchdog
parent_watchdog.LONGEST_BLOCK = 1.0
sys.exit(main(["server"]))
"""
SHOWS = {"window": {"showDocument": {"support": True}}}


class Blocked:
    """A server that is blocked because nobody reads its messages."""

    def __init__(self, root: Path, command: list[str], process_id: int | None = None) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(command, **pipes)
        uri = (root / "requirements.txt").as_uri()
        params = {"processId": process_id, "capabilities": {}, "rootUri": root.as_uri()}
        document = {"uri": uri, "languageId": "", "version": 1, "text": "flask\ndjango\n"}
        self.send({"id": 1, "method": "initialize", "params": params})
        self.send({"method": "initialized", "params": {}})
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        asked = {"textDocument": {"uri": uri}}
        for number in range(REPORTS):
            self.send({"id": 2 + number, "method": "framesage/report", "params": asked})
        assert self.process.stdout.read(1) == b"C"  # it has begun to answer
        time.sleep(1)  # until the pipe is full

    def send(self, message: dict) -> None:
        self.process.stdin.write(frame(message))
        self.process.stdin.flush()

    def __enter__(self) -> "Blocked":
        assert self.process.poll() is None
        return self

    def __exit__(self, *_error) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            with contextlib.suppress(OSError):
                pipe.close()


def test_the_end_of_the_input_ends_a_server_that_is_blocked(tmp_path):
    with Blocked(tmp_path, SERVER) as blocked:
        blocked.process.stdin.close()
        assert blocked.process.wait(PATIENCE) != 0


def test_the_end_of_the_editor_ends_a_server_that_is_blocked(tmp_path):
    with (
        subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as editor,
        Blocked(tmp_path, SERVER, editor.pid) as blocked,
    ):
        editor.kill()
        editor.wait()
        assert blocked.process.wait(PATIENCE) != 0
        assert b"editor's process has ended" in blocked.process.stderr.read()


def test_an_editor_that_takes_nothing_for_long_is_left(tmp_path):
    with Blocked(tmp_path, [sys.executable, "-c", PATIENT]) as blocked:
        assert blocked.process.wait(PATIENCE) != 0
        assert b"the editor takes no messages; exiting" in blocked.process.stderr.read()


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process from /proc")
def test_what_waits_for_an_editor_that_does_not_read_is_bounded(tmp_path):
    noise = frame({"method": "$/noise", "params": {"text": "x" * 100_000}})
    with Blocked(tmp_path, SERVER) as blocked:
        before = kilobytes(blocked.process.pid)
        writer = threading.Thread(target=write_all, args=(blocked.process, noise, 1000))
        writer.start()
        time.sleep(3)
        assert writer.is_alive()  # 100 MB are more than the server takes
        assert kilobytes(blocked.process.pid) < before + 60_000
        blocked.process.kill()
        writer.join(PATIENCE)


def write_all(process: subprocess.Popen, data: bytes, times: int) -> None:
    with contextlib.suppress(OSError, ValueError):
        for _ in range(times):
            process.stdin.write(data)
            process.stdin.flush()


def kilobytes(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1])


def test_a_slow_editor_gets_all_answers(tmp_path):
    with Blocked(tmp_path, SERVER) as blocked:
        blocked.process.stdin.close()
        time.sleep(0.3)
        stream = blocked.process.stdout.read()
    assert stream.count(b'"html"') == REPORTS


def test_a_log_that_nobody_reads_does_not_block():
    with Unread() as unread:
        for _ in range(5000):
            unread.raw(b"Content-Length: 2\r\n\r\n{}")
        assert unread.request("framesage/status", {})["result"] is None


class Unread(Wire):
    """A client that does not read the log."""

    def __init__(self) -> None:
        super().__init__(SERVER)
        self.initialize()

    def _read_log(self) -> None:
        pass


def test_a_log_does_not_grow_with_the_messages(tmp_path):
    with Wire() as wire:
        wire.initialize()
        for _ in range(1000):
            wire.raw(b"Content-Length: 2\r\n\r\n{}")
        assert wire.request("framesage/status", {})["result"] is None
        wire.process.stdin.close()
        *lines, last = wire.log_at_the_end().splitlines()
    assert len(lines) == 200
    assert last == "framesage: 800 messages were left out here"


@pytest.mark.parametrize("number", [2**40, 2**31, -5, -1, 0, "gone"], ids=str)
def test_a_process_that_cannot_be_watched_is_not(number, tmp_path):
    if number == "gone":  # or in another container
        ended = subprocess.Popen([sys.executable, "-c", ""])
        ended.wait()
        number = ended.pid
    with Wire() as wire:
        assert wire.initialize(tmp_path, processId=number)["hoverProvider"]
        time.sleep(1.2)  # two looks of the watchdog
        assert wire.request("framesage/status", {})["result"] is None
        assert wire.log == b""


def page(wire: Wire, root: Path) -> Path:
    """Open the page that explains a project."""
    uri = (root / "requirements.txt").as_uri()
    wire.initialize(root, capabilities=SHOWS)
    wire.open(uri, "flask\ndjango\n")
    explain = {"command": "framesage.showExplanation", "arguments": [uri, ""]}
    answer = wire.answer(wire.ask("workspace/executeCommand", explain))
    assert "error" not in answer
    (shown,) = [message for message in wire.seen if message.get("method") == "window/showDocument"]
    return Path(url2pathname(urlsplit(shown["params"]["uri"]).path))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that can be handled")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_pages_are_deleted_when_a_signal_ends_the_server(name, tmp_path):
    with Wire() as wire:
        shown = page(wire, tmp_path)
        assert shown.is_file()
        os.kill(wire.process.pid, getattr(signal, name))
        wire.process.wait(PATIENCE)
        assert not shown.parent.exists()
        assert wire.log_at_the_end() == ""


@pytest.mark.parametrize("name", ["n" * 245, "é" * 120], ids=["ascii", "accents"])
def test_a_page_about_a_folder_with_a_long_name_is_shown(name, tmp_path):
    (tmp_path / name).mkdir()
    with Wire() as wire:
        assert "Flask" in page(wire, tmp_path / name).read_text(encoding="utf-8")
