"""The files that commands write are kept if that fails, and not written through links outside."""

import os

import pytest

MIXED = "flask # framesage: ignore[two-frameworks]\n"
WRITTEN = {
    "fix": ("requirements.txt", ("check", ".", "--fix")),
    "baseline": ("base.json", ("check", ".", "--write-baseline", "base.json")),
    "page": ("page.html", ("report", ".", "--html", "page.html")),
    "record": ("record.md", ("report", ".", "--markdown", "record.md")),
}
posix = pytest.mark.skipif(os.name != "posix", reason="links and limits of the file system")


@pytest.fixture
def project(tmp_path, make_project, monkeypatch):
    folder = make_project(tmp_path / "here", {".git/HEAD": "", "requirements.txt": MIXED})
    monkeypatch.chdir(folder)
    return folder


@posix
@pytest.mark.parametrize("kind", WRITTEN)
def test_a_link_out_of_the_repository_is_left_alone_and_told(framesage, project, tmp_path, kind):
    name, arguments = WRITTEN[kind]
    outside = tmp_path / "outside"
    outside.write_text(MIXED)
    (project / name).unlink(missing_ok=True)
    (project / name).symlink_to(outside)
    result = framesage(*arguments)
    assert result.code == 2
    assert f"it is a link to {outside}, outside the repository; change that file" in result.err
    assert outside.read_text() == MIXED


@posix
@pytest.mark.parametrize("kind", ["baseline", "page", "record"])
def test_the_old_file_stays_if_the_disk_is_full(framesage, project, kind):
    import resource

    name, arguments = WRITTEN[kind]
    (project / name).write_text("old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        result = framesage(*arguments)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert result.code == 2
    assert f"{name}: File too large" in result.err
    assert (project / name).read_text() == "old"
    assert {path.name for path in project.iterdir()} == {".git", "requirements.txt", name}
