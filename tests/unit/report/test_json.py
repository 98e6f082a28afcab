"""The JSON that other programs read: as its schema says, with columns as editors count them."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from framesage.advice.workspace import assess_paths
from framesage.report.json import document, json_text

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "docs" / "check.schema.json").read_text())
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA)


def test_the_examples_validate_and_have_findings(validator):
    found = document(assess_paths([ROOT / "examples"], DAY))
    validator.validate(found)
    assert len(found["projects"]) == 3
    assert all(project["findings"] for project in found["projects"])
    assert {project["framework"]["state"] for project in found["projects"]} == {
        "flask",
        "django",
        "none",
    }


def test_the_schema_knows_every_key(validator):
    found = document(assess_paths([ROOT / "examples" / "shop"], DAY))
    found["projects"][0]["findings"][0]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError, match="colour"):
        validator.validate(found)


def test_columns_are_utf16_units_and_files_relative(tmp_path, make_project, validator):
    make_project(
        tmp_path,
        {
            "pyproject.toml": '[project]\nname = "x"\ndependencies = ["🎉", "Flask==0.12"]\n',
            "requirements/base.txt": "flask-login\n",
        },
    )
    (project,) = document(assess_paths([tmp_path], DAY))["projects"]
    validator.validate({"version": 1, "projects": [project]})
    assert project["root"] == tmp_path.as_posix()
    assert project["manifests"] == ["pyproject.toml", "requirements/base.txt"]
    (declared,) = project["framework"]["declared"]
    assert declared["name"] == "flask"
    line = 'dependencies = ["🎉", "Flask==0.12"]'
    units = len(line[: line.index("Flask")].encode("utf-16-le")) // 2
    assert declared["range"]["start"] == {"line": 2, "character": units}
    assert units == line.index("Flask") + 1


def test_an_included_file_above_the_root_is_named_from_it(tmp_path, make_project):
    make_project(
        tmp_path,
        {".git/HEAD": "", "common.txt": "flask\n", "app/requirements.txt": "-r ../common.txt\n"},
    )
    (project,) = document(assess_paths([tmp_path / "app"], DAY))["projects"]
    assert "../common.txt" in project["manifests"]


def test_no_console_can_garble_it(tmp_path, make_project):
    make_project(tmp_path, {"wörk/requirements.txt": "flask\n"})
    text = json_text(assess_paths([tmp_path], DAY))
    assert text.isascii()
    assert json.loads(text)["projects"][0]["root"].endswith("wörk")


def test_a_project_that_is_no_web_application_is_listed_without_findings(tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": "numpy\nscipy\n"})
    (project,) = document(assess_paths([tmp_path], DAY))["projects"]
    assert (project["web"], project["findings"]) == (False, [])
    assert project["verdict"]["favors"] == "outside"
