"""Malformed files never end the server, and cause at most two lines in the log."""

import os
import time

import pytest

from e2e.malformed import files
from e2e.wire import Wire

FILES = files()
WITH_FINDINGS = {
    "truncated",
    "deep nesting",
    "deep tables",
    "a line of 1 MB",
    "a name of 1 MB",
    "a value of 1 MB",
    "a huge key",
    "a loop of includes",
    "an include of itself",
    "a missing include",
    "an include of a folder",
    "an include outside",
    "an include of a device",
    "merge markers",
    "merge markers in TOML",
    "a key twice",
    "all ends of line",
    "Latin-1",
    "surrogates",
}
"""The files in which Flask and Django are found despite the damage."""

MOST_SECONDS = 5.0
"""How long a malformed file may block the server, on a busy machine."""


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """One server for all of them."""
    root = tmp_path_factory.mktemp("workspace")
    with Wire() as wire:
        wire.initialize(root)
        wire.root = root
        yield wire


@pytest.fixture
def wire(session):
    begin = len(session.log)
    yield session
    time.sleep(0.02)
    log = session.log[begin:].decode()
    assert log.count("\n") <= 2 and "Traceback" not in log, log


def answers(wire: Wire, uri: str, line: int) -> bool:
    return "error" not in wire.hover(uri, line, 1)


@pytest.mark.parametrize("what", FILES)
def test_malformed_files_do_not_end_the_server(wire, make_project, what):
    folder = make_project(wire.root / what.replace(" ", "-"), FILES[what])
    name = next(iter(FILES[what]))
    uri = (folder / name).as_uri()
    begin = time.monotonic()
    wire.open(uri, (folder / name).read_bytes().decode("utf-8", "replace"))
    if what in WITH_FINDINGS:
        published = wire.published(uri)["diagnostics"]
        assert "two-frameworks" in {diagnostic["code"] for diagnostic in published}
    assert answers(wire, uri, 1)
    assert time.monotonic() - begin < MOST_SECONDS
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert answers(wire, uri, 0)  # now the file is read from the disk


def test_unreadable_files_are_survived(wire, make_project):
    files = {"requirements.txt": "flask\ndjango\n-r secret.txt\n-r loop.txt\n", "secret.txt": ""}
    folder = make_project(wire.root / "unreadable", files)
    (folder / "secret.txt").chmod(0)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "dir").symlink_to(folder)
    (folder / "requirements-gone.txt").symlink_to("nowhere")
    uri = (folder / "requirements.txt").as_uri()
    wire.open(uri, files["requirements.txt"])
    assert "two-frameworks" in {
        diagnostic["code"] for diagnostic in wire.published(uri)["diagnostics"]
    }
    assert answers(wire, uri, 1)


def test_a_fifo_does_not_block_the_server(wire, make_project):
    folder = make_project(wire.root / "fifo", {"requirements.txt": "flask\n-r pipe.txt\n"})
    os.mkfifo(folder / "pipe.txt")
    uri = (folder / "requirements.txt").as_uri()
    wire.open(uri, "flask\n-r pipe.txt\ndjango\n")
    assert "two-frameworks" in {
        diagnostic["code"] for diagnostic in wire.published(uri)["diagnostics"]
    }


def test_lone_surrogates_are_survived(wire):
    """They cannot be encoded as UTF-8, but clients send them."""
    uri = (wire.root / "surrogates.d" / "requirements.txt").as_uri()
    wire.open(uri, "flask # \ud800\ndjango\n\udfff\n")
    assert "two-frameworks" in {
        diagnostic["code"] for diagnostic in wire.published(uri)["diagnostics"]
    }
    assert wire.hover(uri, 0, 2)["result"]
    assert answers(wire, uri, 2)


@pytest.mark.parametrize("line", [5, 2**31 - 1, 2**40, 1.5, "one"], ids=repr)
def test_invalid_positions_are_survived(wire, line):
    uri = (wire.root / "positions" / "requirements.txt").as_uri()
    wire.open(uri, "flask\n")
    hover = wire.hover(uri, line, 0)
    assert hover.get("result") is None
    assert wire.hover(uri, 0, 2)["result"]


def test_a_line_before_the_first_one_is_the_first_one(wire):
    uri = (wire.root / "before" / "requirements.txt").as_uri()
    wire.open(uri, "flask\n")
    assert wire.hover(uri, -1, 0)["result"] == wire.hover(uri, 0, 0)["result"] is not None
