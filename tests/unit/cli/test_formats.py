"""The output formats of ``framesage check``: same findings, and file names from the repository."""

import json
import re

import pytest

OLD = "flask==0.12\nwtforms\n"


@pytest.fixture
def service(tmp_path, make_project, monkeypatch):
    """Make a project in a repository, and its folder the current one."""
    make_project(tmp_path, {".git/HEAD": "", "service/requirements.txt": OLD})
    monkeypatch.chdir(tmp_path / "service")


def of_json(out):
    return [
        (finding["rule"], f"service/{finding['file']}", finding["range"]["start"]["line"] + 1)
        for project in json.loads(out)["projects"]
        for finding in project["findings"]
    ]


def of_sarif(out):
    found = []
    for result in json.loads(out)["runs"][0]["results"]:
        location = result["locations"][0]["physicalLocation"]
        uri, line = location["artifactLocation"]["uri"], location["region"]["startLine"]
        found.append((result["ruleId"], uri, line))
    return found


def of_github(out):
    pattern = r"::\w+ title=Framesage \((.+?)\),file=(.+?),line=(\d+)"
    return [(rule, file, int(line)) for rule, file, line in re.findall(pattern, out)]


def of_markdown(out):
    pattern = r"^\| \w+ \| (\S+):(\d+) \| .* \| \[(\S+)\]"
    return [(rule, file, int(line)) for file, line, rule in re.findall(pattern, out, re.M)]


@pytest.mark.parametrize(
    ("output_format", "read"),
    [("sarif", of_sarif), ("github", of_github), ("markdown", of_markdown)],
)
def test_all_formats_have_the_same_findings_and_exit_code(framesage, service, output_format, read):
    wanted = sorted(of_json(framesage("check", "--format", "json").out))
    result = framesage("check", "--format", output_format)
    assert (result.code, result.err) == (1, "")
    assert len(wanted) == 2
    assert sorted(read(result.out)) == wanted


def test_file_names_are_relative_to_the_common_parent_outside_a_repository(
    framesage, tmp_path, make_project
):
    make_project(tmp_path, {"a/requirements.txt": OLD, "b/requirements.txt": OLD})
    out = framesage("check", tmp_path / "a", tmp_path / "b", "--format", "github").out
    assert {file for _, file, _ in of_github(out)} == {"a/requirements.txt", "b/requirements.txt"}


@pytest.mark.parametrize("output_format", ["sarif", "github", "markdown"])
def test_a_folder_without_projects_exits_with_0(framesage, tmp_path, output_format):
    result = framesage("check", tmp_path, "--format", output_format)
    assert result.code == 0
    assert "no dependency files found" in result.err
