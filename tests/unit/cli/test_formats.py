"""The formats of ``framesage check``: they tell the same, and name files from the repository."""

import json
import re

import pytest

OLD = "flask==0.12\nwtforms\n"


@pytest.fixture
def service(tmp_path, make_project, monkeypatch):
    """A project in a folder of a repository; we are in that folder."""
    make_project(tmp_path, {".git/HEAD": "", "service/requirements.txt": OLD})
    monkeypatch.chdir(tmp_path / "service")


def of_json(out):
    return [
        (one["rule"], f"service/{one['file']}", one["range"]["start"]["line"] + 1)
        for project in json.loads(out)["projects"]
        for one in project["findings"]
    ]


def of_sarif(out):
    found = []
    for one in json.loads(out)["runs"][0]["results"]:
        location = one["locations"][0]["physicalLocation"]
        uri, line = location["artifactLocation"]["uri"], location["region"]["startLine"]
        found.append((one["ruleId"], uri, line))
    return found


def of_github(out):
    pattern = r"::\w+ title=Framesage \((.+?)\),file=(.+?),line=(\d+)"
    return [(rule, file, int(line)) for rule, file, line in re.findall(pattern, out)]


def of_markdown(out):
    pattern = r"^\| \w+ \| (\S+):(\d+) \| .* \| \[(\S+)\]"
    return [(rule, file, int(line)) for file, line, rule in re.findall(pattern, out, re.M)]


@pytest.mark.parametrize(
    ("form", "read"), [("sarif", of_sarif), ("github", of_github), ("markdown", of_markdown)]
)
def test_all_tell_the_same_with_the_same_exit_code(framesage, service, form, read):
    wanted = sorted(of_json(framesage("check", "--format", "json").out))
    ran = framesage("check", "--format", form)
    assert (ran.code, ran.err) == (1, "")
    assert len(wanted) == 2
    assert sorted(read(ran.out)) == wanted


def test_without_a_repository_files_are_named_from_what_holds_all_projects(
    framesage, tmp_path, make_project
):
    make_project(tmp_path, {"a/requirements.txt": OLD, "b/requirements.txt": OLD})
    out = framesage("check", tmp_path / "a", tmp_path / "b", "--format", "github").out
    assert {file for _, file, _ in of_github(out)} == {"a/requirements.txt", "b/requirements.txt"}


@pytest.mark.parametrize("form", ["sarif", "github", "markdown"])
def test_a_folder_without_projects_is_no_failure(framesage, tmp_path, form):
    ran = framesage("check", tmp_path, "--format", form)
    assert ran.code == 0
    assert "no dependency files found" in ran.err
