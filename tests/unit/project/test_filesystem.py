import logging
import os
import sys

import pytest

from framesage.project import DirEntry, Disk
from framesage.project import filesystem as files_module


def read(tmp_path, data):
    path = tmp_path / "requirements.txt"
    path.write_bytes(data)
    return Disk().text(path)


@pytest.mark.parametrize(
    "data",
    [
        "flask  # ä😀\r\n".encode(),
        "flask  # ä😀\r\n".encode("utf-8-sig"),
        b"\xff\xfe" + "flask  # ä😀\r\n".encode("utf-16-le"),
        b"\xfe\xff" + "flask  # ä😀\r\n".encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little endian", "utf-16 big endian"],
)
def test_text_has_no_byte_order_mark_and_keeps_line_endings(tmp_path, data):
    assert read(tmp_path, data) == "flask  # ä😀\r\n"


@pytest.mark.parametrize(
    "data",
    [b"flask # \xe9\n", b"flask\0django\n", b"\xff\xfea", b"\x89PNG\r\n\x1a\n\0\0"],
    ids=["latin-1", "NUL", "half a character", "picture"],
)
def test_a_binary_file_is_none_and_logged_once(tmp_path, caplog, data):
    with caplog.at_level(logging.WARNING):
        assert read(tmp_path, data) is None
    assert len(caplog.records) == 1
    assert str(tmp_path / "requirements.txt") in caplog.text


def test_an_empty_file_is_an_empty_text(tmp_path):
    assert read(tmp_path, b"") == ""


def test_a_missing_file_is_none_and_not_logged(tmp_path, caplog):
    with caplog.at_level(logging.DEBUG):
        assert Disk().text(tmp_path / "missing.txt") is None
    assert not caplog.records


def test_a_file_that_is_too_large_is_none(tmp_path, caplog, monkeypatch):
    monkeypatch.setattr(files_module, "LARGEST", 5)
    assert read(tmp_path, b"flask") == "flask"
    assert read(tmp_path, b"django") is None
    assert "larger than" in caplog.text


def test_a_folder_is_none_and_logged(tmp_path, caplog):
    assert Disk().text(tmp_path) is None
    assert "not a regular file" in caplog.text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_fifo_does_not_block(tmp_path, caplog):
    os.mkfifo(tmp_path / "requirements.txt")
    assert Disk().text(tmp_path / "requirements.txt") is None
    assert "not a regular file" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_file_without_read_permission_is_none(tmp_path, caplog):
    path = tmp_path / "requirements.txt"
    path.write_text("flask")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user can read all files")
    assert Disk().text(path) is None
    assert "cannot read" in caplog.text


def test_a_permission_error_is_none(tmp_path, caplog, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "requirements.txt"
    path.write_text("flask")
    monkeypatch.setattr(files_module, "_read", refuse)
    assert Disk().text(path) is None
    assert "Permission denied" in caplog.text


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_invalid_paths_are_none(tmp_path, name):
    assert Disk().text(tmp_path / name) is None
    assert Disk().entries(tmp_path / name) == ()


def test_entries_are_sorted_and_have_types(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "b", target_is_directory=True)
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    assert Disk().entries(tmp_path) == (
        DirEntry("a.txt"),
        DirEntry("b", is_dir=True),
        DirEntry("link", is_dir=True, is_symlink=True),
        DirEntry("nowhere", is_symlink=True),
    )


def test_a_loop_of_links_can_be_resolved(tmp_path):
    (tmp_path / "first").symlink_to(tmp_path / "second")
    (tmp_path / "second").symlink_to(tmp_path / "first")
    assert Disk().real_path(tmp_path / "first").parent == tmp_path.resolve()
    assert Disk().text(tmp_path / "first") is None
