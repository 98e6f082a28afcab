"""Malformed files give findings or silence, a line of log at most, and a server that answers."""

import time

import pytest

from e2e.malformed import files
from e2e.wire import Wire

FILES = files()
STILL_SEEN = set()

MOST_SECONDS = 5.0
"""How long one malformed file may hold the server up, on a busy machine."""


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


def open_them(wire: Wire, folder, name: str) -> list[dict]:
    """Open the file as an editor would show it; return its findings."""
    uri = (folder / name).as_uri()
    text = (folder / name).read_bytes().decode("utf-8", "replace")
    begin = time.monotonic()
    wire.open(uri, text)
    told = wire.published(uri)["diagnostics"]
    assert "error" not in wire.hover(uri, 1, 1)
    assert time.monotonic() - begin < MOST_SECONDS
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert "error" not in wire.hover(uri, 0, 1)  # now it is the disk's
    return told


@pytest.mark.parametrize("what", FILES)
def test_malformed_files_are_survived(wire, make_project, what):
    folder = make_project(wire.root / what.replace(" ", "-"), FILES[what])
    told = open_them(wire, folder, next(iter(FILES[what])))
    assert {one["code"] for one in told} <= {"two-frameworks", "includes"}
    if what in STILL_SEEN:
        assert "two-frameworks" in {one["code"] for one in told}
