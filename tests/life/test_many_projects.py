"""Two hundred open projects: an edit concerns one of them, and each takes little memory."""

import sys
from pathlib import Path

import pytest

from e2e.wire import Wire
from life.starts import kilobytes, processor_seconds

PROJECTS = 200
EDITS = 30
MOST_MEMORY = 200
"""In kilobytes, for an open project."""
MOST_TO_CLOSE = 0.06
"""Processor seconds per document; the other projects are analyzed once, after the last one."""
TEXT = "flask==3.1\nwtforms\nrequests\n" + "".join(f"package-{number}\n" for number in range(20))


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process from /proc")
def test_many_open_projects_do_not_slow_down_an_edit(tmp_path):
    with Wire(patience=120) as wire:
        wire.initialize(tmp_path)
        first, *uris = [uri_of_new_project(tmp_path / f"{at}") for at in range(PROJECTS)]
        wire.open(first, TEXT)
        alone, before = seconds(wire, first, 2), kilobytes(wire.process.pid)
        for uri in uris:
            wire.open(uri, TEXT)
        many = seconds(wire, uris[-1], 2)
        grown = kilobytes(wire.process.pid) - before
        assert grown < MOST_MEMORY * PROJECTS
        assert many < 3 * alone + 0.1, f"{alone:.2f} s alone, {many:.2f} s among {PROJECTS}"
        begin = processor_seconds(wire.process.pid)
        for uri in uris:
            wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert wire.hover(first, 0, 1)["result"]
        closing = processor_seconds(wire.process.pid) - begin
        assert closing < MOST_TO_CLOSE * PROJECTS, f"{closing:.1f} s for all"
        assert wire.log == b""


def uri_of_new_project(root: Path) -> str:
    root.mkdir()
    (root / "requirements.txt").write_text("flask\n", encoding="utf-8")
    return (root / "requirements.txt").as_uri()


def seconds(wire: Wire, uri: str, version: int) -> float:
    """Return the processor's time for edits, one after the other, each until its diagnostics."""
    wire.change(uri, TEXT, version)
    while wire.published(uri)["version"] != version:
        pass
    begin = processor_seconds(wire.process.pid)
    for number in range(version + 1, version + 1 + EDITS):
        wire.change(uri, f"{TEXT}extra-{number}\n", number)
        while wire.published(uri)["version"] != number:
            pass
    return processor_seconds(wire.process.pid) - begin
