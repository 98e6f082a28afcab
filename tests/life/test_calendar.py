"""The day changes and clocks are wrong while the server runs."""

import os

import pytest

from e2e.wire import Wire
from life.starts import patched

TEXT = "flask==2.2.5\ndjango==4.2.1\n"
CLOCK = """
from datetime import date
from pathlib import Path
from framesage.lsp import server
from framesage.lsp.features import new_day
new_day.INTERVAL = 0.05
server._today = lambda: date.fromisoformat(Path({path!r}).read_text())
"""


@pytest.fixture
def clock(tmp_path):
    """A file with the day that the server believes it is."""
    path = tmp_path / "clock"
    path.write_text("2023-04-30", encoding="utf-8")
    return path


def unsupported(diagnostics: dict) -> set[str]:
    codes = {finding["code"] for finding in diagnostics["diagnostics"]}
    return {code for code in codes if code.endswith("-unsupported")}


def test_support_ends_at_midnight_without_an_edit(clock, tmp_path):
    root = tmp_path / "project"
    root.mkdir()
    uri = (root / "requirements.txt").as_uri()
    with Wire(patched(CLOCK.format(path=str(clock)))) as wire:
        wire.initialize(root)
        wire.open(uri, TEXT)
        assert unsupported(wire.published(uri)) == set()
        next_day(clock, "2023-05-03")
        assert unsupported(wire.published(uri)) == {"flask-unsupported"}
        next_day(clock, "2030-01-01")
        assert unsupported(wire.published(uri)) == {"flask-unsupported", "django-unsupported"}
        next_day(clock, "2001-01-01")  # a clock without a battery
        assert unsupported(wire.published(uri)) == set()
        assert wire.log == b""


def next_day(clock, day: str) -> None:
    """Change the day at once: the server must not read half of it."""
    new = clock.with_suffix(".new")
    new.write_text(day, encoding="utf-8")
    new.replace(clock)


@pytest.mark.parametrize("moment", [-1.0, 0.0, 2.0**31, 2.0**33], ids=str)
def test_files_of_any_time_are_read_again_after_a_change(moment, tmp_path):
    included = tmp_path / "base.txt"
    included.write_text("flask==2.2.5\n", encoding="utf-8")
    os.utime(included, (moment, moment))
    uri = (tmp_path / "requirements.txt").as_uri()
    with Wire() as wire:
        wire.initialize(tmp_path)
        wire.open(uri, "-r base.txt\ndjango\n")
        assert "flask-unsupported" in str(wire.published(included.as_uri()))
        included.write_text("celery\n", encoding="utf-8")
        os.utime(included, (moment - 1, moment - 1))  # back in time
        wire.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        assert wire.published(included.as_uri())["diagnostics"] == []
        assert wire.log == b""
