import os

import pytest

from framesage.manifests.model import Origin, Purpose
from framesage.project import CachedFileSystem, Disk, ManifestCache, Overlay, load_project

PROJECT = '[project]\nname = "shop"\ndependencies = ["flask"]\n'


@pytest.fixture
def project(tmp_path, make_project):
    def build(files, root=".", boundary="."):
        make_project(tmp_path, files)
        return load_project(tmp_path / root, Disk(), tmp_path / boundary)

    return build


def names(project):
    return [project.relative(manifest.source.path) for manifest in project.manifests]


def found(project, name):
    """Return origin and purpose of every mention of a package, in the project's order."""
    return [
        (requirement.origin, requirement.group.purpose)
        for manifest in project.manifests
        for requirement in manifest.requirements
        if requirement.name == name
    ]


DIRECT = (Origin.DIRECT, Purpose.RUNTIME)
DEVELOPMENT = (Origin.DIRECT, Purpose.DEVELOPMENT)


def test_manifests_come_nearest_first_and_main_ones_first(project):
    built = project(
        {
            "requirements/base.txt": "a",
            "requirements/dev.txt": "b",
            "docs/requirements.txt": "c",
            "another-requirements.txt": "d",
            "requirements-dev.txt": "e",
            "requirements.txt": "f",
            "pyproject.toml": PROJECT,
        }
    )
    assert names(built) == [
        "pyproject.toml",
        "requirements.txt",
        "another-requirements.txt",
        "requirements-dev.txt",
        "requirements/base.txt",
        "requirements/dev.txt",
        "docs/requirements.txt",
    ]


def test_the_configuration_of_tools_is_no_manifest(project):
    assert names(project({"pyproject.toml": "[tool.black]\n", "requirements.txt": "flask"})) == [
        "requirements.txt"
    ]


def test_prose_among_requirements_is_no_manifest(project):
    files = {"requirements/README.txt": "Install flask", "requirements/base.txt": "django"}
    assert names(project(files)) == ["requirements/base.txt"]


def test_other_projects_are_not_read(project):
    files = {"requirements.txt": "flask", "services/a/requirements.txt": "django"}
    assert names(project(files)) == ["requirements.txt"]


def test_what_docs_and_tests_need_is_for_development(project):
    built = project({"requirements.txt": "flask", "docs/requirements.txt": "sphinx"})
    assert found(built, "flask") == [DIRECT]
    assert found(built, "sphinx") == [DEVELOPMENT]


def test_folders_of_requirements_tell_what_they_are_for_but_not_those_around(project):
    built = project(
        {"dev/requirements/base.txt": "flask", "dev/requirements/testing/base.txt": "pytest"}, "dev"
    )
    assert found(built, "flask") == [DIRECT]
    assert found(built, "pytest") == [DEVELOPMENT]


def test_includes_are_followed_whatever_the_name(project):
    built = project({"requirements.txt": "-r conf/base.pip\n", "conf/base.pip": "flask"})
    assert names(built) == ["requirements.txt", "conf/base.pip"]
    assert found(built, "flask") == [DIRECT]


def test_includes_are_relative_to_the_file_they_are_in(project):
    files = {
        "requirements.txt": "-r conf/a.txt\n",
        "conf/a.txt": "-r b.txt\n-r ../c.txt\n",
        "conf/b.txt": "flask",
        "c.txt": "django",
    }
    assert sorted(names(project(files))) == [
        "c.txt",
        "conf/a.txt",
        "conf/b.txt",
        "requirements.txt",
    ]


def test_backslashes_are_understood(project):
    built = project({"requirements.txt": "-r conf\\base.txt\n", "conf/base.txt": "flask"})
    assert found(built, "flask") == [DIRECT]


def test_loops_end(project):
    files = {"requirements.txt": "-r a.txt\n", "a.txt": "-r requirements.txt\n-r a.txt\nflask"}
    assert names(project(files)) == ["requirements.txt", "a.txt"]


@pytest.mark.parametrize(
    "target",
    [
        "missing.txt",
        "folder",
        ".",
        "..",
        "requirements.txt/x.txt",
        "https://example.com/requirements.txt",
        "${HOME}/requirements.txt",
        "picture.txt",
        "latin.txt",
        "x" * 5000,
    ],
)
def test_targets_that_cannot_be_read_are_passed_over(project, target):
    built = project(
        {
            "requirements.txt": f"-r {target}\nflask\n",
            "folder/x.txt": "django",
            "picture.txt": b"\x89PNG\0\0",
            "latin.txt": b"django # \xe9",
        }
    )
    assert names(built) == ["requirements.txt"]
    assert found(built, "flask") == [DIRECT]


def test_includes_may_leave_the_root_but_not_the_boundary(project):
    files = {
        "secret.txt": "django",
        "workspace/common.txt": "flask",
        "workspace/service/requirements.txt": "-r ../common.txt\n-r ../../secret.txt\n",
    }
    built = project(files, "workspace/service", "workspace")
    assert found(built, "flask") == [DIRECT]
    assert found(built, "django") == []
    assert [manifest.source.path.name for manifest in built.manifests] == [
        "requirements.txt",
        "common.txt",
    ]


def test_a_file_next_to_the_boundary_with_the_same_beginning_is_outside(project):
    files = {"shop-secret/a.txt": "django", "shop/requirements.txt": "-r ../shop-secret/a.txt\n"}
    assert found(project(files, "shop", "shop"), "django") == []


def test_constraints_ask_for_nothing(project):
    files = {
        "requirements.txt": "-c limits.txt\nflask",
        "limits.txt": "django<5\n-r more.txt\n",
        "more.txt": "celery",
    }
    built = project(files)
    assert found(built, "flask") == [DIRECT]
    assert found(built, "django") == [(Origin.CONSTRAINT, Purpose.RUNTIME)]
    assert found(built, "celery") == [(Origin.CONSTRAINT, Purpose.RUNTIME)]


@pytest.mark.parametrize("name", ["constraints.txt", "requirements/common_constraints.txt"])
def test_constraints_are_told_by_their_name(project, name):
    built = project({"requirements.txt": "flask", name: "django<5"})
    assert [origin for origin, _ in found(built, "django")] == [Origin.CONSTRAINT]


@pytest.mark.parametrize("first", ["-r", "-c"])
def test_a_file_counts_for_the_most_that_is_made_of_it(project, first):
    second = {"-r": "-c", "-c": "-r"}[first]
    files = {"requirements.txt": f"{first} base.pip\n{second} base.pip\n", "base.pip": "flask"}
    assert found(project(files), "flask") == [DIRECT]


def test_requirements_named_as_constraints_of_others_still_ask(project):
    files = {"requirements.txt": "flask", "requirements-dev.txt": "-c requirements.txt\npytest"}
    assert found(project(files), "flask") == [DIRECT]


def test_what_only_development_includes_is_for_development(project):
    files = {"requirements.txt": "flask", "requirements-dev.txt": "-r lint.pip\npytest"}
    assert found(project({**files, "lint.pip": "ruff"}), "ruff") == [DEVELOPMENT]


def test_what_docs_need_stays_for_development_where_a_list_of_all_includes_it(project):
    files = {
        "requirements.txt": "-r docs/requirements.txt\nflask",
        "docs/requirements.txt": "sphinx",
    }
    assert found(project(files), "sphinx") == [DEVELOPMENT]


def test_what_both_include_is_for_runtime(project):
    files = {
        "requirements-dev.txt": "-r base.pip\npytest",
        "requirements.txt": "-r base.pip\ncelery",
        "base.pip": "flask",
    }
    assert found(project(files), "flask") == [DIRECT]


@pytest.mark.parametrize("source", ["requirements.in", "requirements.txt.in"])
def test_compiled_requirements_are_not_choices_but_keep_their_versions(project, source):
    built = project({source: "flask>=3\n", "requirements.txt": "flask==3.1\nclick==8.1\n"})
    assert found(built, "flask") == [DIRECT, (Origin.VIA, Purpose.RUNTIME)]
    assert found(built, "click") == [(Origin.VIA, Purpose.RUNTIME)]
    assert [one.specifier for one in built.manifests[1].requirements] == ["==3.1", "==8.1"]


def test_requirements_without_a_source_beside_them_are_choices(project):
    built = project({"base.in": "flask", "requirements.txt": "flask==3.1\n"})
    assert found(built, "flask") == [DIRECT]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_a_member_is_not_read_twice(project, tmp_path):
    (tmp_path / "requirements.txt").symlink_to("requirements/base.txt")
    assert names(project({"requirements/base.txt": "flask"})) == ["requirements/base.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_of_two_links_to_one_file_the_first_is_read(project, tmp_path):
    (tmp_path / "a").mkdir()
    for name in ("requirements.txt", "another-requirements.txt"):
        (tmp_path / "a" / name).symlink_to("../common.txt")
    assert names(project({"common.txt": "flask"}, "a")) == ["another-requirements.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_elsewhere_is_read(project, tmp_path, make_project):
    make_project(tmp_path, {"common.txt": "flask", "a/pyproject.toml": PROJECT})
    (tmp_path / "a" / "requirements.txt").symlink_to("../common.txt")
    assert names(project({}, "a")) == ["pyproject.toml", "requirements.txt"]


def test_excluded_files_and_folders_are_no_members(project):
    settings = '[tool.framesage]\nexclude = ["docs", "requirements/old.txt"]\n'
    files = {
        "pyproject.toml": PROJECT + settings,
        "docs/requirements.txt": "sphinx",
        "requirements/old.txt": "django",
        "requirements/new.txt": "flask",
    }
    assert names(project(files)) == ["pyproject.toml", "requirements/new.txt"]


def test_open_buffers_beat_the_disk(tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": "flask"})
    buffers = {
        tmp_path / "requirements.txt": "django\n-r new.txt\n",
        tmp_path / "new.txt": "celery",
    }
    built = load_project(tmp_path, Overlay(Disk(), buffers), tmp_path)
    assert [one.requirements[0].name for one in built.manifests] == ["django", "celery"]


def test_only_what_changed_is_parsed_again(tmp_path, make_project):
    files = {"requirements.txt": "-r base.pip\n", "base.pip": "flask", "docs/requirements.txt": "a"}
    make_project(tmp_path, files)
    buffers = {}
    cache = ManifestCache(Overlay(CachedFileSystem(Disk()), buffers))
    first = load_project(tmp_path, cache, tmp_path)
    again = load_project(tmp_path, cache, tmp_path)
    assert all(a is b for a, b in zip(first.manifests, again.manifests, strict=True))
    buffers[tmp_path / "base.pip"] = "flas"
    changed = load_project(tmp_path, cache, tmp_path)
    same = [a is b for a, b in zip(first.manifests, changed.manifests, strict=True)]
    assert same == [True, False, True]
    assert [one.name for one in changed.manifests[1].requirements] == ["flas"]


def test_a_change_is_seen_through_a_role(tmp_path, make_project):
    make_project(tmp_path, {"requirements.in": "flask", "requirements.txt": "flask==3"})
    buffers = {}
    cache = ManifestCache(Overlay(CachedFileSystem(Disk()), buffers))
    assert len(found(load_project(tmp_path, cache, tmp_path), "flask")) == 2
    buffers[tmp_path / "requirements.txt"] = "click==8"
    changed = load_project(tmp_path, cache, tmp_path)
    assert found(changed, "flask") == [DIRECT]
    assert found(changed, "click") == [(Origin.VIA, Purpose.RUNTIME)]


def test_a_keystroke_does_not_touch_the_disk(tmp_path, make_project):
    class Counting(Disk):
        calls = 0

        def text(self, path):
            self.calls += 1
            return super().text(path)

        def entries(self, folder):
            self.calls += 1
            return super().entries(folder)

        def real(self, path):
            self.calls += 1
            return super().real(path)

    make_project(tmp_path, {"requirements.txt": "-r base.pip\n-r missing.txt", "base.pip": "flask"})
    disk, buffers = Counting(), {}
    cache = ManifestCache(Overlay(CachedFileSystem(disk), buffers))
    load_project(tmp_path, cache, tmp_path)
    before = disk.calls
    assert before > 0
    buffers[tmp_path / "requirements.txt"] = "-r base.pip\nd"
    load_project(tmp_path, cache, tmp_path)
    assert disk.calls == before


def test_one_file_can_play_two_roles_in_two_projects(tmp_path, make_project):
    files = {
        "common.txt": "flask",
        "a/requirements.txt": "-r ../common.txt",
        "b/requirements.txt": "-c ../common.txt",
    }
    make_project(tmp_path, files)
    cache = ManifestCache(Disk())
    built = [load_project(tmp_path / name, cache, tmp_path) for name in "aba"]
    origins = [found(one, "flask")[0][0] for one in built]
    assert origins == [Origin.DIRECT, Origin.CONSTRAINT, Origin.DIRECT]
