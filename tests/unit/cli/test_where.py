"""Outside a repository, the current folder is the boundary, like the workspace in an editor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SCRIPT = '# /// script\n# dependencies = ["flask==2.3.3"]\n# ///\n'
OFF = '[rules]\nflask-unsupported = "off"\n'


@pytest.fixture
def here(tmp_path, make_project, monkeypatch):
    """Return a function that makes files and changes to their folder."""

    def make(files: dict[str, str]) -> Path:
        make_project(tmp_path, files)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make


def check(framesage, *arguments: object) -> list[tuple[str, str]]:
    """Return the projects and rules of the findings of a check."""
    result = framesage("check", "--format", "json", *arguments)
    return [
        (Path(project["root"]).name, finding["rule"])
        for project in json.loads(result.out)["projects"]
        for finding in project["findings"]
    ]


def test_a_file_argument_selects_the_project_around_it(framesage, here):
    here({"portal/requirements/base.txt": "flask<2\n", "portal/app/templates/x.html": ""})
    whole = check(framesage, "portal")
    assert ("portal", "flask-unsupported") in whole
    assert check(framesage, "portal/requirements/base.txt") == whole == check(framesage)


def test_settings_up_to_the_current_folder_apply(framesage, here):
    here({"framesage.toml": OFF, "portal/requirements.txt": "flask<2\n"})
    assert ("portal", "flask-unsupported") not in check(framesage)
    for named in ("portal", "portal/requirements.txt"):
        assert check(framesage, named) == check(framesage)


def test_settings_beside_a_script_apply(framesage, here):
    here({"framesage.toml": OFF, "serve.py": SCRIPT})
    assert check(framesage, "serve.py") == []


def test_outside_the_current_folder_the_argument_is_the_boundary(framesage, here, monkeypatch):
    root = here({"framesage.toml": OFF, "portal/requirements.txt": "flask<2\n", "other/x": ""})
    monkeypatch.chdir(root / "other")
    assert (root.name, "flask-unsupported") not in check(framesage, root / "portal")
    assert ("portal", "flask-unsupported") in check(framesage, root / "portal")


def test_settings_of_the_folder_argument_apply(framesage, here, monkeypatch):
    root = here({"app/framesage.toml": OFF, "app/portal/requirements.txt": "flask<2\n", "o/x": ""})
    monkeypatch.chdir(root / "o")
    assert ("portal", "flask-unsupported") not in check(framesage, root / "app")
    monkeypatch.chdir(root)
    monkeypatch.setenv("HOME", str(root))
    monkeypatch.setenv("USERPROFILE", str(root))
    assert ("portal", "flask-unsupported") not in check(framesage, "app")


def test_the_home_folder_is_not_a_boundary(framesage, here, monkeypatch):
    root = here({"framesage.toml": OFF, "portal/requirements.txt": "flask<2\n"})
    monkeypatch.setenv("HOME", str(root))
    monkeypatch.setenv("USERPROFILE", str(root))
    assert ("portal", "flask-unsupported") in check(framesage, "portal")
