"""Everything that is read from the disk is stamped, and its changes are noticed."""

import logging
import os

import pytest

from framesage.project import StampedDisk


@pytest.fixture
def disk() -> StampedDisk:
    return StampedDisk()


def changes(disk: StampedDisk, near=None) -> list:
    return [path for path in disk.changes(near) if path is not None]


@pytest.mark.parametrize("read", ["text", "head", "lock", "watch"])
def test_a_change_of_a_file_is_noticed(disk, tmp_path, read):
    path = tmp_path / "uv.lock"
    path.write_text("one")
    getattr(disk, read)(path)
    assert changes(disk) == []
    path.write_text("more")
    assert changes(disk) == [path]
    getattr(disk, read)(path)
    assert changes(disk) == []


def test_a_file_of_the_same_age_and_size_is_another_one(disk, tmp_path):
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (path, other):
        file.write_text(file.name)
        os.utime(file, (1, 1))
    disk.text(path)
    other.replace(path)
    assert changes(disk) == [path]


def test_missing_files_and_folders_are_noticed_when_they_are_created(disk, tmp_path):
    path = tmp_path / "sub" / "a.txt"
    assert disk.text(path) is None
    assert disk.entries(path.parent) == ()
    assert changes(disk) == []
    path.parent.mkdir()
    assert changes(disk) == [path.parent]
    path.write_text("")
    assert set(changes(disk)) == {path, path.parent}


def test_what_happens_in_a_folder_is_noticed_there(disk, tmp_path):
    (tmp_path / "sub").mkdir()
    disk.entries(tmp_path)
    disk.entries(tmp_path / "sub")
    (tmp_path / "sub" / "new.txt").write_text("")
    assert changes(disk) == [tmp_path / "sub"]


def test_the_folders_around_a_document_come_first(disk, tmp_path):
    (tmp_path / "sub").mkdir()
    path = tmp_path / "sub" / "a.txt"
    path.write_text("")
    for folder in (tmp_path, tmp_path / "sub"):
        disk.entries(folder)
    disk.text(path)
    path.unlink()
    assert changes(disk)[0] == path
    assert changes(disk, path)[:2] == [tmp_path / "sub", path]


def test_what_was_read_is_known(disk, tmp_path):
    disk.entries(tmp_path)
    disk.text(tmp_path / "sub" / "a.txt")
    assert disk.has_read(tmp_path)
    assert disk.has_read(tmp_path / "beside")
    assert disk.has_read(tmp_path / "sub" / "a.txt")
    assert not disk.has_read(tmp_path / "sub" / "b.txt")
    assert not disk.has_read(tmp_path.parent / "other")


@pytest.mark.parametrize("name", ["x\0y", "\ud800", "n" * 5000], ids=["null", "surrogate", "long"])
def test_impossible_names_do_not_exist(disk, tmp_path, name, caplog):
    caplog.set_level(logging.CRITICAL)  # xdist cannot send a captured surrogate
    assert disk.text(tmp_path / name) is None
    assert changes(disk) == []
