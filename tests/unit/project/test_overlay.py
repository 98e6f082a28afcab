from framesage.project import CachedFileSystem, DirEntry, Disk, Overlay


def test_an_open_buffer_beats_the_disk_even_when_empty(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("flask")
    buffers = {path: ""}
    files = Overlay(Disk(), buffers)
    assert files.text(path) == ""
    del buffers[path]
    assert files.text(path) == "flask"


def test_a_buffer_never_saved_is_an_entry_once(tmp_path):
    (tmp_path / "pyproject.toml").write_text("")
    buffers = {tmp_path / name: "" for name in ("requirements.txt", "pyproject.toml")}
    files = Overlay(Disk(), buffers)
    assert files.entries(tmp_path) == (DirEntry("pyproject.toml"), DirEntry("requirements.txt"))
    assert files.entries(tmp_path / "elsewhere") == ()


def test_a_snapshot_keeps_what_it_saw_until_told(tmp_path):
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


def test_a_snapshot_returns_the_same_text(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("flask")
    files = CachedFileSystem(Disk())
    assert files.text(path) is files.text(path)
    files.clear()
    path.write_text("django")
    assert files.text(path) == "django"
