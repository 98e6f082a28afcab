import logging
import os
from pathlib import Path

import pytest

from framesage.project import (
    Disk,
    Limits,
    ManifestCache,
    discover,
    project_root_of,
    repository_root,
)
from framesage.project.glob import Glob

PROJECT = '[project]\nname = "shop"\ndependencies = ["flask"]\n'
TOOLS = "[tool.black]\nline-length = 99\n"


@pytest.fixture
def roots(tmp_path, make_project):
    """Return a function that writes files and returns the roots of the projects, with ``/``."""

    def find(files, exclude=(), limits=None, start="."):
        make_project(tmp_path, files)
        globs = [Glob(tmp_path / start, pattern) for pattern in exclude]
        found = discover(tmp_path / start, Disk(), globs, limits)
        return [root.relative_to(tmp_path).as_posix() for root in found]

    return find


@pytest.fixture
def project_of(tmp_path, make_project):
    def find(files, path):
        make_project(tmp_path, files)
        root = project_root_of(tmp_path / path, Disk(), tmp_path)
        return None if root is None else root.relative_to(tmp_path).as_posix()

    return find


def test_a_folder_with_a_manifest_is_a_project(roots):
    assert roots({"requirements.txt": "flask"}) == ["."]


def test_a_folder_without_manifests_is_not_a_project(roots):
    assert roots({"package.json": "{}", "notes.txt": "flask"}) == []


def test_an_empty_requirements_file_makes_a_project(roots):
    assert roots({"requirements.txt": ""}) == ["."]


def test_services_are_separate_projects(roots):
    files = {
        "services/b/requirements.txt": "flask",
        "services/a/pyproject.toml": PROJECT,
        "pyproject.toml": PROJECT,
    }
    assert roots(files) == [".", "services/a", "services/b"]


def test_projects_are_sorted_by_depth_and_name(roots):
    files = {f"{name}/requirements.txt": "" for name in ("b", "a/deep", "c", "b/x")}
    assert roots(files) == ["b", "c", "a/deep", "b/x"]


def test_a_backend_beside_a_frontend_is_a_project(roots):
    assert roots({"package.json": "{}", "backend/requirements.txt": "flask"}) == ["backend"]


def test_root_requirements_and_a_backend_are_two_projects(roots):
    files = {"requirements.txt": "flask", "backend/pyproject.toml": PROJECT}
    assert roots(files) == [".", "backend"]


@pytest.mark.parametrize(
    "path",
    [
        "requirements/base.txt",
        "requirements.in/base.txt",
        "requirements.d/base.txt",
        "requirements/monitoring/more.txt",
        "requirements/monitoring/requirements.txt",
        "pip/requirements.txt",
        "dependencies/pip/requirements.in",
    ],
)
def test_a_requirements_folder_belongs_to_its_parent_folder(roots, project_of, path):
    assert roots({f"app/{path}": "flask"}) == ["app"]
    assert project_of({}, f"app/{path}") == "app"


def test_a_requirements_folder_with_a_manifest_is_a_separate_project(roots):
    files = {"requirements.txt": "", "pip/pyproject.toml": PROJECT, "pip/requirements.txt": ""}
    assert roots(files) == [".", "pip"]


def test_discovery_can_start_in_a_requirements_folder(roots):
    files = {"requirements/base.txt": "flask"}
    assert roots(files, start="requirements") == ["requirements"]


def test_tool_configuration_alone_is_not_a_project(roots, project_of):
    assert roots({"pyproject.toml": TOOLS, "src/requirements.txt": "flask"}) == ["src"]
    assert project_of({}, "pyproject.toml") is None


def test_settings_make_a_project(roots):
    assert roots({"pyproject.toml": '[tool.framesage]\nframework = "flask"\n'}) == ["."]


@pytest.mark.parametrize("folder", ["docs", "tests", "scripts", "ci"])
def test_development_requirements_belong_to_the_project(roots, project_of, folder):
    files = {"requirements.txt": "flask", f"{folder}/requirements.txt": "sphinx"}
    assert roots(files) == ["."]
    assert project_of({}, f"{folder}/requirements.txt") == "."


def test_development_requirements_alone_are_a_project(roots):
    assert roots({"package.json": "{}", "scripts/requirements.txt": "click"}) == ["scripts"]


def test_fixtures_and_samples_are_not_projects(roots, project_of):
    files = {
        "pyproject.toml": PROJECT,
        "tests/fixtures/shop/requirements.txt": "django",
        "docs/samples/pyproject.toml": PROJECT,
    }
    assert roots(files) == ["."]
    assert project_of({}, "tests/fixtures/shop/requirements.txt") == "."


def test_projects_below_scripts_are_found(roots):
    files = {"pyproject.toml": PROJECT, "tools/dashboard/requirements.txt": "flask"}
    assert roots(files) == [".", "tools/dashboard"]


@pytest.mark.parametrize("folder", ["tool", "tools", "dev", "scripts"])
@pytest.mark.parametrize(
    ("settings", "is_outer"),
    [
        ({"framesage.toml": "fail-on = 'error'\n"}, False),
        ({"pyproject.toml": "[tool.framesage]\nfail-on = 'error'\n"}, False),
        ({"pyproject.toml": PROJECT + "\n[tool.framesage]\nfail-on = 'error'\n"}, True),
        ({"framesage.toml": "fail-on = 'error'\n", "requirements.txt": "flask"}, True),
    ],
)
def test_a_service_in_a_folder_for_tools_is_a_project_below_settings(
    roots, folder, settings, is_outer
):
    files = {**settings, f"{folder}/requirements.txt": "flask"}
    assert roots(files) == (["."] if is_outer else [".", folder])


def test_a_folder_whose_files_are_included_is_not_a_project(roots, project_of):
    files = {
        "requirements.txt": "-r apps/social/requirements.txt\n",
        "apps/social/requirements.txt": "social-auth-app-django",
        "apps/other/requirements.txt": "flask",
    }
    assert roots(files) == [".", "apps/other"]
    assert project_of({}, "apps/social/requirements.txt") == "."
    assert project_of({}, "apps/other/requirements.txt") == "apps/other"


@pytest.mark.parametrize(
    "folder", [".venv", "venv", "node_modules", ".git", ".tox", "build", "a/site-packages", ".x"]
)
def test_ignored_folders_are_not_searched(roots, project_of, folder):
    files = {"requirements.txt": "flask", f"{folder}/lib/requirements.txt": "django"}
    assert roots(files) == ["."]
    assert project_of({}, f"{folder}/lib/requirements.txt") is None


@pytest.mark.parametrize("name", ["env", "my-python", "requirements"])
def test_environments_are_not_searched(roots, project_of, name):
    files = {
        "pyproject.toml": PROJECT,
        f"{name}/pyvenv.cfg": "home = /usr/bin",
        f"{name}/requirements.txt": "django",
        f"{name}/lib/requirements.txt": "django",
    }
    assert roots(files) == ["."]
    assert project_of({}, f"{name}/lib/requirements.txt") is None


def test_a_folder_named_env_can_be_a_project(roots):
    assert roots({"env/requirements.txt": "flask"}) == ["env"]


def test_discovery_can_start_in_an_ignored_folder(roots):
    assert roots({"build/requirements.txt": "flask"}, start="build") == ["build"]


def test_links_to_folders_are_not_followed(roots, tmp_path):
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "requirements").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "other").symlink_to(tmp_path / "shop", target_is_directory=True)
    assert roots({"shop/requirements.txt": "flask"}) == ["shop"]


def test_excluded_folders_are_not_searched(roots):
    files = {
        "a/requirements.txt": "",
        "b/requirements.txt": "",
        "c/b/requirements.txt": "",
        "docs/requirements.txt": "",
    }
    assert roots(files) == ["a", "b", "docs", "c/b"]
    assert roots({}, exclude=["b"]) == ["a", "docs"]
    assert roots({}, exclude=["c/*", "docs"]) == ["a", "b"]
    assert roots({}, exclude=["a/*", "b/requirements.txt"]) == ["docs", "c/b"]


def test_exclude_settings_apply_below_their_folder(roots, project_of):
    files = {
        "shop/pyproject.toml": PROJECT + '[tool.framesage]\nexclude = ["old"]\n',
        "shop/old/requirements.txt": "flask",
        "old/requirements.txt": "flask",
    }
    assert roots(files) == ["old", "shop"]
    assert project_of({}, "shop/old/requirements.txt") == "shop"


def test_exclude_settings_apply_to_the_content_of_a_folder(roots, project_of):
    files = {
        "pyproject.toml": PROJECT + '[tool.framesage]\nexclude = ["old/*"]\n',
        "old/requirements.txt": "flask",
        "old/shop/requirements.txt": "flask",
    }
    assert roots(files) == ["."]
    assert project_of({}, "old/requirements.txt") == "."


def test_the_limit_of_entries_stops_discovery_with_a_warning(roots, caplog):
    files = {f"{name}/requirements.txt": "" for name in "abcdef"}
    with caplog.at_level(logging.WARNING):
        assert roots(files, limits=Limits(entries=8)) == ["a", "b", "c"]
    assert [
        record.getMessage().count("stopped project discovery") for record in caplog.records
    ] == [1]


def test_the_limit_of_depth_causes_a_warning(roots, caplog):
    files = {"a/requirements.txt": "", "a/b/requirements.txt": ""}
    assert roots(files, limits=Limits(depth=1)) == ["a"]
    assert "skipped project discovery in deep folders below" in caplog.text


def test_a_missing_start_has_no_projects(roots):
    assert roots({}, start="missing") == []


def test_starting_at_a_file_finds_its_project(roots):
    files = {"requirements.txt": "", "requirements/base.txt": "flask", ".git/HEAD": ""}
    assert roots(files, start="requirements/base.txt") == ["."]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_undecodable_names_are_supported(roots, tmp_path):
    (tmp_path / os.fsdecode(b"\xff")).mkdir()
    assert roots({"a/requirements.txt": "flask"}) == ["a"]


def test_a_file_that_is_only_included_belongs_to_the_outer_project(project_of):
    files = {"requirements.txt": "-r conf/base.pip\n", "conf/base.pip": "flask"}
    assert project_of(files, "conf/base.pip") == "."


def test_a_file_belongs_to_the_closest_project_that_reads_it(project_of):
    files = {
        "requirements.txt": "-r a/base.pip\n",
        "a/base.pip": "flask",
        "a/requirements.txt": "django",
    }
    assert project_of(files, "a/base.pip") == "."
    assert project_of({}, "a/notes.pip") == "a"


def test_files_outside_the_boundary_belong_to_no_project(tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": "flask", "a/requirements.txt": "flask"})
    assert project_root_of(tmp_path / "requirements.txt", Disk(), tmp_path / "a") is None


def test_a_file_that_does_not_exist_belongs_to_a_project(project_of):
    assert project_of({"requirements.txt": "flask"}, "new/folder/requirements.txt") == "."


def test_the_repository_is_the_default_boundary(tmp_path, make_project):
    files = {".git/HEAD": "", "requirements.txt": "", "requirements/base.txt": "flask"}
    make_project(tmp_path / "repo", files)
    make_project(tmp_path, {"requirements.txt": "django"})
    path = tmp_path / "repo" / "requirements" / "base.txt"
    assert repository_root(path.parent, Disk()) == tmp_path / "repo"
    assert project_root_of(path, Disk()) == tmp_path / "repo"


def test_manifests_belong_to_the_project_they_make(tmp_path, make_project):
    files = {
        "pyproject.toml": PROJECT,
        "services/a/requirements/base.in": "flask",
        "services/b/requirements.txt": "django",
        "tools/x/requirements.txt": "flask",
    }
    make_project(tmp_path, files)
    cache = ManifestCache(Disk())
    owners = {project_root_of(tmp_path / path, cache, tmp_path) for path in files}
    assert owners == set(discover(tmp_path, cache))


def test_the_limit_of_time_stops_discovery_with_a_warning(roots, caplog):
    files = {f"{name}/requirements.txt": "" for name in "abcdef"}
    ticks = iter(range(100))
    limits = Limits(seconds=3, clock=lambda: next(ticks))
    assert roots(files, limits=limits) == ["a", "b"]
    assert "stopped project discovery" in caplog.text


def test_the_home_folder_can_be_a_project_but_is_not_searched(roots, caplog, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    files = {"shop/requirements.txt": "flask", "shop/web/requirements.txt": "flask"}
    assert roots(files) == []
    assert "pass a subfolder" in caplog.text
    assert roots({"requirements.txt": "flask"}) == ["."]
    assert roots({}, start="shop") == ["shop", "shop/web"]


def test_a_link_to_the_home_folder_is_not_searched(monkeypatch, tmp_path, make_project):
    make_project(tmp_path, {"home/shop/requirements.txt": "flask"})
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    (tmp_path / "link").symlink_to(tmp_path / "home", target_is_directory=True)
    assert list(discover(tmp_path / "link", Disk())) == []


def test_the_root_of_the_file_system_is_not_searched(tmp_path):
    listed = []

    class Watching(Disk):
        def entries(self, folder):
            listed.append(folder)
            return super().entries(folder)

    top = Path(tmp_path.anchor)
    list(discover(top, Watching()))
    assert max(len(folder.parts) for folder in listed) <= len(top.parts) + 1


def test_progress_is_reported_for_each_folder(tmp_path, make_project):
    make_project(tmp_path, {"a/requirements.txt": "", "b/c/notes.txt": ""})
    told = []
    found = discover(tmp_path, Disk(), on_progress=lambda folder, seen: told.append((folder, seen)))
    assert next(found) == tmp_path / "a"
    assert told == [(tmp_path, 0), (tmp_path / "a", 2)]
    assert list(found) == []
    assert [folder.name for folder, _ in told[1:]] == ["a", "b", "c"]
    assert [seen for _, seen in told] == sorted(seen for _, seen in told)


def test_a_requirements_folder_can_be_named_like_a_file(roots, project_of):
    files = {"requirements.in/web.txt": "flask", "requirements.txt/notes.md": ""}
    assert roots(files) == ["."]
    assert project_of({}, "requirements.in/web.txt") == "."
