"""Hostile workspaces and the real processes of a terminal, of CI and of an assistant: also what is
logged before, or instead of, the output of a command."""

import os
import subprocess
import sys

import pytest

from e2e.test_mcp import converse
from harmless import FORBIDDEN, assert_harmless, assert_markdown_is_ours
from hostile import FOLDERS, HOSTILE, NAME

pytestmark = pytest.mark.skipif(os.name != "posix", reason="names that Windows does not allow")

COMMANDS = [
    ("check", "."),
    ("config", "."),
    ("config", ".", "--format", "json"),
    ("explain", "."),
    ("ask", "."),
    ("rules", "list", "--project", "."),
    ("report", "."),
]
LOGGING = ("unreadable files", "NUL", "long names", "lone surrogates")
LONGEST = 4000


@pytest.mark.parametrize("kind", LOGGING)
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_process_writes_nothing_that_is_obeyed(tmp_path, make_project, kind, arguments):
    root = make_project(tmp_path / NAME, {".git/HEAD": "", **FOLDERS[kind]})
    done = subprocess.run(
        [sys.executable, "-m", "framesage", *arguments],
        cwd=root, input=b"no\n" * 20, capture_output=True, check=False,
    )  # fmt: skip
    log = done.stderr.decode("utf-8", "backslashreplace")
    assert_harmless(done.stdout.decode("utf-8", "backslashreplace"))
    assert_harmless(log)
    assert "Traceback" not in log
    assert all(line.startswith("framesage: ") for line in log.splitlines())
    assert all(len(line) <= LONGEST for line in log.splitlines())


@pytest.mark.parametrize("kind", FOLDERS)
def test_an_assistant_gets_no_markup_of_the_workspace(tmp_path, make_project, kind, capfd):
    root = str(make_project(tmp_path / NAME, {".git/HEAD": "", **FOLDERS[kind]}))
    calls = [(tool, {"path": root}) for tool in ("check", "explain", "ask")]
    calls += [
        ("ask", {"path": root, "answers": {HOSTILE: "yes"}}),
        ("ask", {"description": f"A shop. {HOSTILE}"}),
        ("check", {"path": f"{root}/{NAME}"}),
    ]
    for call, found in zip(calls, converse(*calls), strict=True):
        (text,) = [part.text for part in found.content]
        assert FORBIDDEN.search(text) is None, call
        assert len(text) < 10 * LONGEST
        if not found.is_error:
            assert_markdown_is_ours(text)
    log = capfd.readouterr().err
    assert_harmless(log)
    assert all(line.startswith("framesage: ") for line in log.splitlines())
