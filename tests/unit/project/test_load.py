import os

import pytest

from framesage.manifests.model import Origin, Purpose
from framesage.project import CachedFileSystem, Disk, ManifestCache, Overlay, load_project

PROJECT = '[project]\nname = "shop"\ndependencies = ["flask"]\n'


@pytest.fixture
def load(tmp_path, make_project):
    def build(files, root=".", boundary="."):
        make_project(tmp_path, files)
        return load_project(tmp_path / root, Disk(), tmp_path / boundary)

    return build


def names(project):
    return [project.relative(manifest.source.path) for manifest in project.manifests]


def found(project, name):
    """Return the origin and purpose of all requirements of a package, in order."""
    return [
        (requirement.origin, requirement.group.purpose)
        for manifest in project.manifests
        for requirement in manifest.requirements
        if requirement.name == name
    ]


DIRECT = (Origin.DIRECT, Purpose.RUNTIME)
DEVELOPMENT = (Origin.DIRECT, Purpose.DEVELOPMENT)


def test_manifests_are_sorted_by_depth_and_importance(load):
    project = load(
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
    assert names(project) == [
        "pyproject.toml",
        "requirements.txt",
        "another-requirements.txt",
        "requirements-dev.txt",
        "requirements/base.txt",
        "requirements/dev.txt",
        "docs/requirements.txt",
    ]


def test_tool_configuration_is_not_a_manifest(load):
    assert names(load({"pyproject.toml": "[tool.black]\n", "requirements.txt": "flask"})) == [
        "requirements.txt"
    ]


def test_prose_in_a_requirements_folder_is_not_a_manifest(load):
    files = {"requirements/README.txt": "Install flask", "requirements/base.txt": "django"}
    assert names(load(files)) == ["requirements/base.txt"]


def test_files_of_other_projects_are_not_read(load):
    files = {"requirements.txt": "flask", "services/a/requirements.txt": "django"}
    assert names(load(files)) == ["requirements.txt"]


def test_requirements_of_docs_and_tests_are_for_development(load):
    project = load({"requirements.txt": "flask", "docs/requirements.txt": "sphinx"})
    assert found(project, "flask") == [DIRECT]
    assert found(project, "sphinx") == [DEVELOPMENT]


def test_the_purpose_comes_from_folders_inside_the_project_only(load):
    project = load(
        {"dev/requirements/base.txt": "flask", "dev/requirements/testing/base.txt": "pytest"}, "dev"
    )
    assert found(project, "flask") == [DIRECT]
    assert found(project, "pytest") == [DEVELOPMENT]


def test_included_files_can_have_any_name(load):
    project = load({"requirements.txt": "-r conf/base.pip\n", "conf/base.pip": "flask"})
    assert names(project) == ["requirements.txt", "conf/base.pip"]
    assert found(project, "flask") == [DIRECT]


def test_includes_are_relative_to_the_including_file(load):
    files = {
        "requirements.txt": "-r conf/a.txt\n",
        "conf/a.txt": "-r b.txt\n-r ../c.txt\n",
        "conf/b.txt": "flask",
        "c.txt": "django",
    }
    assert sorted(names(load(files))) == [
        "c.txt",
        "conf/a.txt",
        "conf/b.txt",
        "requirements.txt",
    ]


def test_includes_can_have_backslashes(load):
    project = load({"requirements.txt": "-r conf\\base.txt\n", "conf/base.txt": "flask"})
    assert found(project, "flask") == [DIRECT]


def test_include_loops_are_supported(load):
    files = {"requirements.txt": "-r a.txt\n", "a.txt": "-r requirements.txt\n-r a.txt\nflask"}
    assert names(load(files)) == ["requirements.txt", "a.txt"]


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
def test_unreadable_include_targets_are_skipped(load, target):
    project = load(
        {
            "requirements.txt": f"-r {target}\nflask\n",
            "folder/x.txt": "django",
            "picture.txt": b"\x89PNG\0\0",
            "latin.txt": b"django # \xe9",
        }
    )
    assert names(project) == ["requirements.txt"]
    assert found(project, "flask") == [DIRECT]


def test_includes_can_leave_the_root_but_not_the_boundary(load):
    files = {
        "secret.txt": "django",
        "workspace/common.txt": "flask",
        "workspace/service/requirements.txt": "-r ../common.txt\n-r ../../secret.txt\n",
    }
    project = load(files, "workspace/service", "workspace")
    assert found(project, "flask") == [DIRECT]
    assert found(project, "django") == []
    assert [manifest.source.path.name for manifest in project.manifests] == [
        "requirements.txt",
        "common.txt",
    ]


def test_a_sibling_folder_with_the_same_prefix_is_outside_the_boundary(load):
    files = {"shop-secret/a.txt": "django", "shop/requirements.txt": "-r ../shop-secret/a.txt\n"}
    assert found(load(files, "shop", "shop"), "django") == []


def test_constraints_are_not_direct_requirements(load):
    files = {
        "requirements.txt": "-c limits.txt\nflask",
        "limits.txt": "django<5\n-r more.txt\n",
        "more.txt": "celery",
    }
    project = load(files)
    assert found(project, "flask") == [DIRECT]
    assert found(project, "django") == [(Origin.CONSTRAINT, Purpose.RUNTIME)]
    assert found(project, "celery") == [(Origin.CONSTRAINT, Purpose.RUNTIME)]


@pytest.mark.parametrize("name", ["constraints.txt", "requirements/common_constraints.txt"])
def test_constraint_files_are_recognized_by_name(load, name):
    project = load({"requirements.txt": "flask", name: "django<5"})
    assert [origin for origin, _ in found(project, "django")] == [Origin.CONSTRAINT]


@pytest.mark.parametrize("first", ["-r", "-c"])
def test_a_file_gets_the_most_important_role(load, first):
    second = {"-r": "-c", "-c": "-r"}[first]
    files = {"requirements.txt": f"{first} base.pip\n{second} base.pip\n", "base.pip": "flask"}
    assert found(load(files), "flask") == [DIRECT]


def test_requirements_used_as_constraints_elsewhere_stay_direct(load):
    files = {"requirements.txt": "flask", "requirements-dev.txt": "-c requirements.txt\npytest"}
    assert found(load(files), "flask") == [DIRECT]


def test_files_included_only_by_development_files_are_for_development(load):
    files = {"requirements.txt": "flask", "requirements-dev.txt": "-r lint.pip\npytest"}
    assert found(load({**files, "lint.pip": "ruff"}), "ruff") == [DEVELOPMENT]


def test_docs_requirements_that_the_main_list_includes_are_for_run_time(load):
    files = {
        "requirements.txt": "-r docs/requirements.txt\nflask",
        "docs/requirements.txt": "sphinx",
    }
    assert found(load(files), "sphinx") == [DIRECT]


def test_files_included_by_runtime_and_development_files_are_for_runtime(load):
    files = {
        "requirements-dev.txt": "-r base.pip\npytest",
        "requirements.txt": "-r base.pip\ncelery",
        "base.pip": "flask",
    }
    assert found(load(files), "flask") == [DIRECT]


@pytest.mark.parametrize("source", ["requirements.in", "requirements.txt.in"])
def test_compiled_requirements_are_indirect_and_keep_their_versions(load, source):
    project = load({source: "flask>=3\n", "requirements.txt": "flask==3.1\nclick==8.1\n"})
    assert found(project, "flask") == [DIRECT, (Origin.VIA, Purpose.RUNTIME)]
    assert found(project, "click") == [(Origin.VIA, Purpose.RUNTIME)]
    assert [item.specifier for item in project.manifests[1].requirements] == ["==3.1", "==8.1"]


def test_requirements_without_a_source_file_are_direct(load):
    project = load({"base.in": "flask", "requirements.txt": "flask==3.1\n"})
    assert found(project, "flask") == [DIRECT]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_a_member_is_not_read_twice(load, tmp_path):
    (tmp_path / "requirements.txt").symlink_to("requirements/base.txt")
    assert names(load({"requirements/base.txt": "flask"})) == ["requirements/base.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_of_two_links_to_one_file_the_first_is_read(load, tmp_path):
    (tmp_path / "a").mkdir()
    for name in ("requirements.txt", "another-requirements.txt"):
        (tmp_path / "a" / name).symlink_to("../common.txt")
    assert names(load({"common.txt": "flask"}, "a")) == ["another-requirements.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_an_outside_file_is_read(load, tmp_path, make_project):
    make_project(tmp_path, {"common.txt": "flask", "a/pyproject.toml": PROJECT})
    (tmp_path / "a" / "requirements.txt").symlink_to("../common.txt")
    assert names(load({}, "a")) == ["pyproject.toml", "requirements.txt"]


def test_excluded_files_and_folders_are_not_read(load):
    settings = '[tool.framesage]\nexclude = ["docs", "requirements/old.txt"]\n'
    files = {
        "pyproject.toml": PROJECT + settings,
        "docs/requirements.txt": "sphinx",
        "requirements/old.txt": "django",
        "requirements/new.txt": "flask",
    }
    assert names(load(files)) == ["pyproject.toml", "requirements/new.txt"]


def test_open_buffers_override_the_disk(tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": "flask"})
    buffers = {
        tmp_path / "requirements.txt": "django\n-r new.txt\n",
        tmp_path / "new.txt": "celery",
    }
    project = load_project(tmp_path, Overlay(Disk(), buffers), tmp_path)
    assert [manifest.requirements[0].name for manifest in project.manifests] == ["django", "celery"]


def test_only_changed_files_are_parsed_again(tmp_path, make_project):
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
    assert [item.name for item in changed.manifests[1].requirements] == ["flas"]


def test_a_changed_file_is_parsed_again_in_its_role(tmp_path, make_project):
    make_project(tmp_path, {"requirements.in": "flask", "requirements.txt": "flask==3"})
    buffers = {}
    cache = ManifestCache(Overlay(CachedFileSystem(Disk()), buffers))
    assert len(found(load_project(tmp_path, cache, tmp_path), "flask")) == 2
    buffers[tmp_path / "requirements.txt"] = "click==8"
    changed = load_project(tmp_path, cache, tmp_path)
    assert found(changed, "flask") == [DIRECT]
    assert found(changed, "click") == [(Origin.VIA, Purpose.RUNTIME)]


def test_a_keystroke_does_not_read_the_disk(tmp_path, make_project):
    class Counting(Disk):
        calls = 0

        def text(self, path):
            self.calls += 1
            return super().text(path)

        def head(self, path):
            self.calls += 1
            return super().head(path)

        def entries(self, folder):
            self.calls += 1
            return super().entries(folder)

        def real_path(self, path):
            self.calls += 1
            return super().real_path(path)

    make_project(tmp_path, {"requirements.txt": "-r base.pip\n-r missing.txt", "base.pip": "flask"})
    disk, buffers = Counting(), {}
    cache = ManifestCache(Overlay(CachedFileSystem(disk), buffers))
    load_project(tmp_path, cache, tmp_path)
    before = disk.calls
    assert before > 0
    buffers[tmp_path / "requirements.txt"] = "-r base.pip\nd"
    load_project(tmp_path, cache, tmp_path)
    assert disk.calls == before


def test_a_file_can_have_different_roles_in_two_projects(tmp_path, make_project):
    files = {
        "common.txt": "flask",
        "a/requirements.txt": "-r ../common.txt",
        "b/requirements.txt": "-c ../common.txt",
    }
    make_project(tmp_path, files)
    cache = ManifestCache(Disk())
    projects = [load_project(tmp_path / name, cache, tmp_path) for name in "aba"]
    origins = [found(project, "flask")[0][0] for project in projects]
    assert origins == [Origin.DIRECT, Origin.CONSTRAINT, Origin.DIRECT]
