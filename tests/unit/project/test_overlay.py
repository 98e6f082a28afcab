from framesage.project import CachedFileSystem, DirEntry, Disk, Overlay


def test_an_open_buffer_overrides_the_disk_even_if_empty(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("flask")
    buffers = {path: ""}
    files = Overlay(Disk(), buffers)
    assert files.text(path) == ""
    del buffers[path]
    assert files.text(path) == "flask"


def test_an_unsaved_buffer_is_listed_once(tmp_path):
    (tmp_path / "pyproject.toml").write_text("")
    buffers = {tmp_path / name: "" for name in ("requirements.txt", "pyproject.toml")}
    files = Overlay(Disk(), buffers)
    assert files.entries(tmp_path) == (DirEntry("pyproject.toml"), DirEntry("requirements.txt"))
    assert files.entries(tmp_path / "elsewhere") == ()


def test_the_cache_keeps_entries_until_they_are_forgotten(tmp_path):
    path = tmp_path / "requirements.txt"
    files = CachedFileSystem(Disk())
    assert files.text(path) is None
    assert files.entries(tmp_path) == ()
    path.write_text("flask")
    assert files.text(path) is None
    assert files.entries(tmp_path) == ()
    files.forget(path)
    assert files.text(path) == "flask"
    assert files.entries(tmp_path) == (DirEntry("requirements.txt"),)


def test_the_cache_returns_the_same_string(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("flask")
    files = CachedFileSystem(Disk())
    assert files.text(path) is files.text(path)
    files.clear()
    path.write_text("django")
    assert files.text(path) == "django"
