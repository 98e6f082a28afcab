"""Servers are killed and started again, and work beside others on the same files."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from e2e.wire import PATIENCE, Wire

TEXT = "django>=4\nflask-cors\nrequests\n"
FIXED = "django>=4\nrequests\n"
RULE = "flask-plugin-in-django"
CHECK = [sys.executable, "-m", "framesage", "check", "--fix"]


def codes(wire: Wire, uri: str, version: int) -> set[str]:
    while (published := wire.published(uri))["version"] != version:
        pass
    return {finding["code"] for finding in published["diagnostics"]}


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_after_a_kill_nothing_is_left_and_nothing_is_lost(tmp_path):
    uri = (tmp_path / "requirements.txt").as_uri()
    with Wire() as wire:
        wire.initialize(tmp_path)
        wire.open(uri, TEXT)
        before = codes(wire, uri, 1)
        wire.change(uri, "django\n", 2)
        assert codes(wire, uri, 2) != before
        group = children(wire.process.pid)
        os.kill(wire.process.pid, signal.SIGKILL)
        wire.process.wait(PATIENCE)
    assert group == []  # it has no processes that could be left
    assert [*tmp_path.iterdir()] == []  # the text was the editor's alone
    with Wire() as wire:
        wire.initialize(tmp_path)
        wire.open(uri, TEXT, 7)
        assert codes(wire, uri, 7) == before


def children(process: int) -> list[str]:
    path = Path(f"/proc/{process}/task/{process}/children")
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def test_two_servers_and_a_check_that_fixes_share_their_files(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text(TEXT, encoding="utf-8")
    with Wire() as one, Wire() as other:
        for wire in (one, other):
            wire.initialize(tmp_path)
            wire.open(path.as_uri(), TEXT)
            assert RULE in codes(wire, path.as_uri(), 1)
        fixers = [threading.Thread(target=fix, args=(tmp_path,)) for _ in range(3)]
        for fixer in fixers:
            fixer.start()
        for version in range(2, 30):
            for wire in (one, other):
                wire.change(path.as_uri(), f"{TEXT}# {version}\n", version)
        for fixer in fixers:
            fixer.join()
        assert path.read_text(encoding="utf-8") == FIXED
        assert [name.name for name in tmp_path.iterdir()] == ["requirements.txt"]
        for wire in (one, other):
            assert RULE in codes(wire, path.as_uri(), 29)  # as typed
            wire.notify("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
            wire.open(path.as_uri(), FIXED, 30)
            assert RULE not in codes(wire, path.as_uri(), 30)
            assert wire.log == b""


def fix(root: Path) -> None:
    done = subprocess.run([*CHECK, root], capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in done.stderr


def test_many_servers_end_with_their_editors(tmp_path):
    with ExitStack() as stack:
        servers = [stack.enter_context(Wire()) for _ in range(4)]
        for wire in servers:
            wire.initialize(tmp_path)
        for wire in servers:
            wire.process.stdin.close()
        assert [wire.process.wait(PATIENCE) for wire in servers] == [1] * 4
