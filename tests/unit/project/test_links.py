"""A file with several names is read once, under the name that is open."""

import os
from pathlib import Path

import pytest

from framesage.manifests.model import Purpose
from framesage.project import Disk, ManifestCache, Overlay, discover, load_project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")


@pytest.fixture
def project(make_project, tmp_path):
    """Return a function that makes files and links."""

    def make(files: dict[str, str], links: dict[str, str]) -> Path:
        make_project(tmp_path, {".git/HEAD": "", **files})
        for name, target in links.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).symlink_to(target)
        return tmp_path

    return make


def opened(folder: Path, *names: str) -> ManifestCache:
    buffers = {folder / name: (folder / name).read_text() for name in names}
    return ManifestCache(Overlay(Disk(), buffers))


def files_of(folder: Path, cache: ManifestCache) -> list[str]:
    project = load_project(folder, cache)
    return sorted(project.relative(manifest.source.path) for manifest in project.manifests)


@pytest.mark.parametrize(
    ("names", "read"),
    [
        ((), "requirements/live.txt"),
        (("requirements.txt",), "requirements.txt"),
        (("requirements/live.txt",), "requirements/live.txt"),
        (("requirements.txt", "requirements/live.txt"), "requirements/live.txt"),
        (("other-requirements.txt",), "other-requirements.txt"),
    ],
)
def test_the_open_name_is_read(project, names, read):
    target = "requirements/live.txt"
    folder = project(
        {target: "flask\n"}, {"requirements.txt": target, "other-requirements.txt": target}
    )
    cache = opened(folder, *names)
    assert files_of(folder, cache) == [read]
    assert list(discover(folder, cache)) == [folder], "the target is a project of its own"


def test_one_of_two_open_names_can_be_wanted(project):
    folder = project(
        {"requirements/live.txt": "flask\n"}, {"requirements.txt": "requirements/live.txt"}
    )
    files = opened(folder, "requirements.txt", "requirements/live.txt").files
    cache = ManifestCache(files, folder / "requirements.txt")
    assert files_of(folder, cache) == ["requirements.txt"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements/dev.txt"])
@pytest.mark.parametrize(
    ("target", "link", "purpose"),
    [
        ("requirements/dev.txt", "requirements.txt", Purpose.DEVELOPMENT),
        ("requirements.txt", "requirements/dev.txt", Purpose.RUNTIME),
    ],
)
def test_what_a_file_is_for_does_not_depend_on_the_open_name(project, name, target, link, purpose):
    files = {target: "flask\n", "requirements-web.txt": "six\n"}
    folder = project(files, {link: os.path.relpath(target, Path(link).parent)})
    manifests = load_project(folder, opened(folder, name)).manifests
    (manifest,) = (found for found in manifests if found.source.path == folder / name)
    assert [requirement.group.purpose for requirement in manifest.requirements] == [purpose]


def test_an_include_of_another_name_is_the_same_file(project):
    files = {"requirements.txt": "-r base.txt\n-r lists/base.txt\n", "lists/base.txt": "flask\n"}
    folder = project(files, {"base.txt": "lists/base.txt"})
    assert files_of(folder, opened(folder)) == ["base.txt", "requirements.txt"]


def test_a_file_that_includes_itself_by_a_link_is_read_once(project):
    folder = project(
        {"requirements.txt": "-r again.txt\nflask\n"}, {"again.txt": "requirements.txt"}
    )
    assert files_of(folder, opened(folder)) == ["requirements.txt"]


def test_a_shared_list_is_a_file_of_each_project_that_links_to_it(project):
    files = {
        "requirements.txt": "flask\n",
        "api/setup.cfg": "[options]\ninstall_requires = flask\n",
    }
    folder = project(files, {"api/requirements.txt": "../requirements.txt"})
    assert list(discover(folder, opened(folder))) == [folder, folder / "api"]
    assert files_of(folder / "api", opened(folder)) == ["requirements.txt", "setup.cfg"]


def test_a_service_whose_only_list_is_a_link_stays_a_project(project):
    folder = project(
        {"requirements.txt": "flask\n"}, {"api/requirements.txt": "../requirements.txt"}
    )
    assert list(discover(folder, opened(folder))) == [folder, folder / "api"]
