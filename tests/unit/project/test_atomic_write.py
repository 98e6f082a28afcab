"""Files are replaced atomically, and keep everything but their text."""

import codecs
import errno
import os
import stat
import struct
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from framesage.project import Disk, replace_content
from framesage.project.atomic_write import (
    ChangedError,
    OutsideError,
    create_text,
    put_text,
    write_text,
)

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links of the file system")


@contextmanager
def full_disk(size):
    """Let no file of this process become longer."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_encoding_and_line_endings_are_kept(tmp_path, mark, codec):
    path = tmp_path / "requirements.txt"
    path.write_bytes(mark + "# süß 🎉\r\nflask\rdjango\n".encode(codec))
    before = Disk().text(path)
    write_text(path, before, before.replace("flask", "é"))
    assert path.read_bytes() == mark + "# süß 🎉\r\né\rdjango\n".encode(codec)


@posix
def test_permissions_are_kept_and_no_temporary_file_remains(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")
    path.chmod(0o640)
    write_text(path, "flask\n", "django\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_a_symbolic_link_is_kept_and_its_target_written(tmp_path):
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "base.txt", tmp_path / "requirements.txt"
    real.write_text("flask\n")
    link.symlink_to(real)
    write_text(link, "flask\n", "django\n")
    assert link.is_symlink()
    assert real.read_text() == "django\n"


def test_a_file_changed_in_the_meantime_is_not_written(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\nnew\n")
    with pytest.raises(ChangedError):
        write_text(path, "flask\n", "django\n")
    assert path.read_text() == "flask\nnew\n"


def test_a_read_only_file_is_not_written(tmp_path, monkeypatch):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(PermissionError):
        write_text(path, "flask\n", "django\n")
    assert path.read_text() == "flask\n"


def test_a_failed_write_leaves_file_and_folder_unchanged(tmp_path, monkeypatch):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")

    def fail(*_):
        raise OSError("no space")

    monkeypatch.setattr("shutil.copymode", fail)
    with pytest.raises(OSError, match="no space"):
        write_text(path, "flask\n", "django\n")
    assert path.read_text() == "flask\n"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_further_names_of_a_file_stay_names_of_it(tmp_path):
    path, other = tmp_path / "requirements.txt", tmp_path / "base.txt"
    path.write_text("flask\n# a long comment\n")
    os.link(path, other)
    write_text(path, "flask\n# a long comment\n", "django\n")
    assert other.read_text() == "django\n"
    assert path.samefile(other)


@posix
def test_a_file_that_a_new_one_cannot_be_like_is_overwritten(tmp_path, monkeypatch):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")
    number = path.stat().st_ino

    def refuse(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(replace_content, "_make_alike", refuse)
    write_text(path, "flask\n", "django\n")
    assert path.read_text() == "django\n"
    assert path.stat().st_ino == number
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_the_owner_of_a_file_stays(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")
    try:
        os.chown(path, 12345, 12345)
    except PermissionError:
        pytest.skip("only root can give files away")
    write_text(path, "flask\n", "django\n")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 12345)


@posix
def test_extended_attributes_stay(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")
    try:
        os.setxattr(path, "user.note", b"mine")
    except (OSError, AttributeError):
        pytest.skip("the file system has no extended attributes")
    write_text(path, "flask\n", "django\n")
    assert os.getxattr(path, "user.note") == b"mine"


@posix
def test_a_file_does_not_get_what_its_folder_allows_for_new_ones(tmp_path):
    """The default access list of a folder is that of files that are made there."""
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n")
    path.chmod(0o640)
    nobody = 0xFFFFFFFF
    entries = [(1, 7, nobody), (2, 7, 12345), (4, 5, nobody), (16, 7, nobody), (32, 0, nobody)]
    allowed = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
    try:
        os.setxattr(tmp_path, "system.posix_acl_default", allowed)
    except (OSError, AttributeError):
        pytest.skip("the file system has no access control lists")
    write_text(path, "flask\n", "django\n")
    assert os.listxattr(path) == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_text() == "django\n"


@posix
@pytest.mark.parametrize(
    "write", [put_text, lambda *args: write_text(args[0], "flask\n", *args[1:])]
)
def test_a_file_outside_the_repository_is_left_alone(tmp_path, write):
    real, link = tmp_path / "outside.txt", tmp_path / "repository" / "requirements.txt"
    real.write_text("flask\n")
    link.parent.mkdir()
    link.symlink_to(real)
    with pytest.raises(OutsideError, match="outside the repository; change that file"):
        write(link, "django\n", link.parent)
    assert real.read_text() == "flask\n"
    write(link, "django\n", tmp_path)
    assert real.read_text() == "django\n"


@posix
def test_a_repository_can_itself_be_reached_by_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "real")
    put_text(tmp_path / "here" / "page.html", "new", tmp_path / "here")
    assert (tmp_path / "real" / "page.html").read_text() == "new"


@posix
@pytest.mark.parametrize("names", [1, 2])
def test_a_file_that_grows_beyond_the_disk_stays_as_it_was(tmp_path, names):
    path = tmp_path / "requirements.txt"
    path.write_text("flask\n" * 100)
    if names > 1:
        os.link(path, tmp_path / "base.txt")
    with full_disk(4096), pytest.raises(OSError, match="File too large"):
        put_text(path, "django\n" * 10_000)
    assert path.read_text() == "flask\n" * 100
    assert len(list(tmp_path.iterdir())) == names


@posix
def test_a_new_file_that_the_disk_cannot_hold_is_removed(tmp_path):
    with full_disk(4096), pytest.raises(OSError, match="File too large"):
        create_text(tmp_path / "new.txt", "django\n" * 10_000)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_exists_is_neither_created_nor_removed(tmp_path):
    (tmp_path / "old.txt").write_text("old")
    with pytest.raises(FileExistsError):
        create_text(tmp_path / "old.txt", "new")
    assert (tmp_path / "old.txt").read_text() == "old"


@posix
def test_a_pipe_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_text)
        put_text(pipe, "flask\n")
    assert read.result() == "flask\n"
