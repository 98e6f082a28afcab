"""Files that vanish, that may not be read, and disks that are slow, seen by an ordinary user."""

import shutil
import sys
import time

import pytest

from e2e.wire import SERVER, Wire
from life.starts import ordinary, patched

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="drops capabilities of Linux")
TEXT = "flask\ndjango\n-r base.txt\n-r sub/more.txt\n"
SLOW = """
import os, time
from pathlib import Path
real = os.stat

def slow(path, *args, **kwargs):
    if "slow-disk" in os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else False:
        time.sleep(0.05)
    return real(path, *args, **kwargs)

os.stat = slow
real_open, real_scandir = os.open, os.scandir
Path.stat = lambda self, **kwargs: slow(self, **kwargs)
"""


@pytest.fixture
def root(tmp_path):
    """A project with included files, which can be deleted after the test."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "requirements.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "base.txt").write_text("celery\n", encoding="utf-8")
    (tmp_path / "sub" / "more.txt").write_text("wtforms\n", encoding="utf-8")
    yield tmp_path
    for path in (tmp_path, *tmp_path.rglob("*")):
        if path.exists():
            path.chmod(0o755)


class Session:
    """A server of an ordinary user, with an open document."""

    def __init__(self, wire: Wire, root) -> None:
        self.wire, self.uri = wire, (root / "requirements.txt").as_uri()
        wire.initialize(root)
        wire.open(self.uri, TEXT)
        self.version = 1

    def codes(self) -> set[str]:
        """Return what is published after a save and an edit."""
        self.wire.notify("textDocument/didSave", {"textDocument": {"uri": self.uri}})
        self.version += 1
        self.wire.change(self.uri, f"{TEXT}# {self.version}\n", self.version)
        while (published := self.wire.published(self.uri))["version"] != self.version:
            pass
        return {finding["code"] for finding in published["diagnostics"]}


def test_permissions_prove_something(root):
    """This test makes sure that the others test what they say."""
    (root / "base.txt").chmod(0)
    code = f"open({str(root / 'base.txt')!r})"
    with Wire(ordinary([sys.executable, "-c", code])) as wire:
        wire.process.wait()
        assert "PermissionError" in wire.log_at_the_end()


@pytest.mark.parametrize("name", ["base.txt", "sub", "sub/more.txt", "requirements.txt"])
def test_what_may_not_be_read_costs_only_itself(name, root):
    with Wire(ordinary(SERVER)) as wire:
        session = Session(wire, root)
        assert "two-frameworks" in session.codes()
        (root / name).chmod(0)
        assert "two-frameworks" in session.codes()
        (root / name).chmod(0o755)
        assert "two-frameworks" in session.codes()
        assert wire.hover(session.uri, 0, 1)["result"]
        assert b"Traceback" not in wire.log


def test_a_folder_that_may_not_be_listed_costs_no_answer(root):
    with Wire(ordinary(SERVER)) as wire:
        session = Session(wire, root)
        root.chmod(0o111)  # files can be read by name
        assert "two-frameworks" in session.codes()
        root.chmod(0)
        assert "two-frameworks" in session.codes()
        assert wire.hover(session.uri, 0, 1)["result"]
        assert b"Traceback" not in wire.log


def test_files_and_folders_vanish_and_return(root):
    with Wire(ordinary(SERVER)) as wire:
        session = Session(wire, root)
        for name in ("base.txt", "sub"):
            path = root / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            assert "two-frameworks" in session.codes()
            path.mkdir() if path.suffix else path.write_text("x")  # another kind of file
            assert "two-frameworks" in session.codes()
        (root / "requirements.txt").unlink()
        assert "two-frameworks" in session.codes()
        shutil.rmtree(root)
        assert "two-frameworks" in session.codes()
        assert b"Traceback" not in wire.log


def test_without_a_folder_for_temporary_files_findings_are_shown(root, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nowhere"))
    root.chmod(0o555)
    monkeypatch.chdir(root)
    with Wire(ordinary(SERVER)) as wire:
        assert "two-frameworks" in Session(wire, root).codes()
        assert b"Traceback" not in wire.log


def test_a_keystroke_does_not_wait_for_a_slow_disk(tmp_path):
    root = tmp_path / "slow-disk"
    root.mkdir()
    (root / "base.txt").write_text("celery\n", encoding="utf-8")
    (root / "requirements.txt").write_text(TEXT, encoding="utf-8")
    with Wire(patched(SLOW)) as wire:
        session = Session(wire, root)
        session.codes()
        wire.change(session.uri, TEXT, 50)
        while wire.published(session.uri)["version"] != 50:
            pass
        time.sleep(1)  # looks at the disk are over
        begin = time.monotonic()
        for version in range(51, 71):
            wire.change(session.uri, f"{TEXT}# {version}\n", version)
            while wire.published(session.uri)["version"] != version:
                pass
        assert time.monotonic() - begin < 20 * 0.05  # no key waits for a single look at a file
