"""JSON is written project by project, and says the same as when all projects are kept."""

import json
from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.cli import main
from framesage.report.json import json_parts
from framesage.severity import SEVERITIES

TODAY = date(2026, 11, 24)


@pytest.fixture
def shop(tmp_path, monkeypatch):
    """Return a repository whose outer project includes the list of an inner one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "requirements.txt").write_text("flask\nflask-login\n-r inner/requirements.txt\n")
    for name in ("inner", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "requirements.txt").write_text("flask\nflask-sqlalchemy\n")
        (tmp_path / name / "pyproject.toml").write_text(f'[project]\nname = "{name}"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_project_is_written_before_the_next_one_is_assessed(shop):
    assessed = []

    def assessments():
        for assessment in assess_paths([shop], TODAY):
            assessed.append(assessment)
            yield assessment

    parts = json_parts(assessments())
    next(parts)
    first = next(parts)
    assert '"findings"' in first
    assert len(assessed) == 1
    assert len([*parts]) == 3  # two projects and the end


def test_a_list_belongs_to_the_closest_project_also_before_it_is_its_turn(shop):
    outer, inner, _ = assess_paths([shop], TODAY)
    assert {found.location.path.parent for found in outer.findings} == {shop}
    assert {found.location.path.parent for found in inner.findings} == {shop / "inner"}


def test_json_without_projects_is_a_document():
    assert json.loads("".join(json_parts([]))) == {"version": 1, "projects": []}


def test_the_lowest_severity_and_the_exit_code_are_those_of_text(shop, capsys):
    code = main(["check", "--min-severity", SEVERITIES[-1], "--fail-on", "information"])
    errors = capsys.readouterr().err
    assert (
        main(
            [
                "check",
                "--min-severity",
                SEVERITIES[-1],
                "--fail-on",
                "information",
                "--format",
                "json",
            ]
        )
        == code
        == 1
    )
    captured = capsys.readouterr()
    assert captured.err == errors
    assert "not shown" in errors
    assert not any(project["findings"] for project in json.loads(captured.out)["projects"])
