"""The output formats of ``framesage check``: same findings, and file names from the repository."""

import json
import re

import pytest

OLD = "flask==2.3.3\nwtforms\n"


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


def of_gitlab(out):
    return [
        (issue["check_name"], issue["location"]["path"], issue["location"]["lines"]["begin"])
        for issue in json.loads(out)
    ]


@pytest.mark.parametrize(
    ("output_format", "read"),
    [("sarif", of_sarif), ("github", of_github), ("gitlab", of_gitlab), ("markdown", of_markdown)],
)
def test_all_formats_have_the_same_findings_and_exit_code(framesage, service, output_format, read):
    wanted = sorted(of_json(framesage("check", "--format", "json").out))
    result = framesage("check", "--format", output_format)
    assert (result.code, result.err) == (1, "")
    assert len(wanted) == 2
    assert sorted(read(result.out)) == wanted


READERS = {"sarif": of_sarif, "github": of_github, "markdown": of_markdown}


@pytest.fixture
def files_of(framesage, monkeypatch):
    """Return a function that returns the names of the files in one format."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)

    def files(output_format, *paths):
        out = framesage("check", *paths, "--format", output_format).out
        return {file for _, file, _ in READERS[output_format](out)}

    return files


@pytest.mark.parametrize("output_format", READERS)
@pytest.mark.parametrize("path", [".", "apps/shop", "apps/shop/requirements.txt"])
def test_file_names_are_relative_to_the_current_folder_outside_a_repository(
    files_of, make_project, tmp_path, monkeypatch, output_format, path
):
    make_project(tmp_path, {"apps/shop/requirements.txt": OLD})
    monkeypatch.chdir(tmp_path)
    assert files_of(output_format, path) == {"apps/shop/requirements.txt"}


@pytest.mark.parametrize("output_format", READERS)
@pytest.mark.parametrize("linked", [False, True])
def test_file_names_are_relative_to_githubs_workspace_outside_a_repository(
    files_of, make_project, tmp_path, monkeypatch, output_format, linked
):
    make_project(tmp_path / "real", {"apps/shop/requirements.txt": OLD})
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    monkeypatch.chdir(tmp_path / "real" / "apps")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / ("link" if linked else "real")))
    assert files_of(output_format, "shop") == {"apps/shop/requirements.txt"}


def test_a_workspace_that_does_not_contain_the_files_is_not_used(
    files_of, make_project, tmp_path, monkeypatch
):
    make_project(tmp_path, {"apps/shop/requirements.txt": OLD, "other/x": ""})
    monkeypatch.chdir(tmp_path)
    for workspace in ("", "other", str(tmp_path / "other")):
        monkeypatch.setenv("GITHUB_WORKSPACE", workspace)
        assert files_of("github", ".") == {"apps/shop/requirements.txt"}


def test_a_repository_inside_of_the_workspace_takes_precedence(
    files_of, make_project, tmp_path, monkeypatch
):
    make_project(tmp_path, {"copy/.git/HEAD": "", "copy/shop/requirements.txt": OLD})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert files_of("github", ".") == {"shop/requirements.txt"}


def test_files_elsewhere_have_names_from_the_current_folder(
    files_of, make_project, tmp_path, monkeypatch
):
    make_project(tmp_path, {"a/requirements.txt": OLD, "b/requirements.txt": OLD, "here/x": ""})
    monkeypatch.chdir(tmp_path / "here")
    found = files_of("github", tmp_path / "a", tmp_path / "b")
    assert found == {"../a/requirements.txt", "../b/requirements.txt"}


@pytest.mark.parametrize("output_format", ["sarif", "github", "markdown"])
def test_a_folder_without_projects_exits_with_0(framesage, tmp_path, output_format):
    result = framesage("check", tmp_path, "--format", output_format)
    assert result.code == 0
    assert "no dependency files found" in result.err
