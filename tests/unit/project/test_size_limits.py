"""Files are read up to a size, on the disk and in an editor, and never by waiting."""

import os

import pytest

from framesage.project import Disk, Overlay, filesystem


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr(filesystem, "LARGEST", 10)
    monkeypatch.setattr(filesystem, "LARGEST_LOCK", 20)


@pytest.mark.parametrize(
    ("name", "size", "is_read"),
    [
        ("requirements.txt", 10, True),
        ("requirements.txt", 11, False),
        ("uv.lock", 20, True),
        ("uv.lock", 21, False),
    ],
)
def test_the_disk_and_an_editor_have_the_same_limits(tmp_path, name, size, is_read):
    path = tmp_path / name
    text = "#" * size
    path.write_text(text)
    for files in (Disk(), Overlay(Disk(), {path: text})):
        assert files.text(path) == (text if is_read else None)
        error = files.read_error(path)
        assert error == "" if is_read else error.startswith("split it, or exclude it; it is larger")


def test_a_file_that_grows_after_the_look_is_not_read_whole(tmp_path, monkeypatch):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")
    looked = path.stat()
    path.write_text("flask\n" * 1000)
    monkeypatch.setattr(filesystem, "_regular_file", lambda _: looked)
    assert Disk().text(path) is None


@pytest.mark.skipif(os.name != "posix", reason="named pipes")
def test_a_file_that_becomes_a_pipe_after_the_look_does_not_hang(tmp_path, monkeypatch):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")
    looked = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(filesystem, "_regular_file", lambda _: looked)
    assert Disk().text(path) == ""
