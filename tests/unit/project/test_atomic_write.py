"""Files are replaced atomically, and keep everything but their text."""

import codecs
import os
import stat

import pytest

from framesage.project import Disk
from framesage.project.atomic_write import ChangedError, write_text

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links of the file system")


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
