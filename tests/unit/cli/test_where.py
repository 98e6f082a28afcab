"""Without a repository, the folder that one is in bounds what counts, as a workspace does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SCRIPT = '# /// script\n# dependencies = ["flask<2"]\n# ///\n'
OFF = '[rules]\nflask-unsupported = "off"\n'


@pytest.fixture
def here(tmp_path, make_project, monkeypatch):
    """A folder that we are in, with these files."""

    def make(files: dict[str, str]) -> Path:
        make_project(tmp_path, files)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make


def told(framesage, *arguments: object) -> list[tuple[str, str]]:
    """Return the projects that a check tells of, and what it finds."""
    ran = framesage("check", "--format", "json", *arguments)
    return [
        (Path(project["root"]).name, finding["rule"])
        for project in json.loads(ran.out)["projects"]
        for finding in project["findings"]
    ]


def test_a_file_that_is_named_means_the_project_around_it(framesage, here):
    here({"portal/requirements/base.txt": "flask<2\n", "portal/app/templates/x.html": ""})
    whole = told(framesage, "portal")
    assert ("portal", "flask-unsupported") in whole
    assert told(framesage, "portal/requirements/base.txt") == whole == told(framesage)


def test_settings_up_to_the_folder_one_is_in_count(framesage, here):
    here({"framesage.toml": OFF, "portal/requirements.txt": "flask<2\n"})
    assert ("portal", "flask-unsupported") not in told(framesage)
    for named in ("portal", "portal/requirements.txt"):
        assert told(framesage, named) == told(framesage)


def test_settings_beside_a_script_count(framesage, here):
    here({"framesage.toml": OFF, "serve.py": SCRIPT})
    assert told(framesage, "serve.py") == []


def test_elsewhere_the_folder_named_is_the_limit(framesage, here, monkeypatch):
    root = here({"framesage.toml": OFF, "portal/requirements.txt": "flask<2\n", "other/x": ""})
    monkeypatch.chdir(root / "other")
    assert (root.name, "flask-unsupported") not in told(framesage, root / "portal")
    assert ("portal", "flask-unsupported") in told(framesage, root / "portal")


def test_the_settings_of_the_folder_that_is_named_count(framesage, here, monkeypatch):
    root = here({"app/framesage.toml": OFF, "app/portal/requirements.txt": "flask<2\n", "o/x": ""})
    monkeypatch.chdir(root / "o")
    assert ("portal", "flask-unsupported") not in told(framesage, root / "app")
    monkeypatch.chdir(root)
    monkeypatch.setenv("HOME", str(root))
    monkeypatch.setenv("USERPROFILE", str(root))
    assert ("portal", "flask-unsupported") not in told(framesage, "app")


def test_the_home_folder_is_no_workspace(framesage, here, monkeypatch):
    root = here({"framesage.toml": OFF, "portal/requirements.txt": "flask<2\n"})
    monkeypatch.setenv("HOME", str(root))
    monkeypatch.setenv("USERPROFILE", str(root))
    assert ("portal", "flask-unsupported") in told(framesage, "portal")
