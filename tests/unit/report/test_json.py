"""JSON for other programs: valid by its schema, with columns in UTF-16 units."""

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


def test_the_schema_rejects_unknown_keys(validator):
    found = document(assess_paths([ROOT / "examples" / "shop"], DAY))
    found["projects"][0]["findings"][0]["color"] = "red"
    with pytest.raises(jsonschema.ValidationError, match="color"):
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


def test_an_included_file_above_the_root_has_a_relative_path(tmp_path, make_project):
    make_project(
        tmp_path,
        {".git/HEAD": "", "common.txt": "flask\n", "app/requirements.txt": "-r ../common.txt\n"},
    )
    (project,) = document(assess_paths([tmp_path / "app"], DAY))["projects"]
    assert "../common.txt" in project["manifests"]


def test_the_text_is_ascii(tmp_path, make_project):
    make_project(tmp_path, {"wörk/requirements.txt": "flask\n"})
    text = json_text(assess_paths([tmp_path], DAY))
    assert text.isascii()
    assert json.loads(text)["projects"][0]["root"].endswith("wörk")


def test_a_project_that_is_not_a_web_application_has_no_findings(tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": "numpy\nscipy\n"})
    (project,) = document(assess_paths([tmp_path], DAY))["projects"]
    assert (project["web"], project["findings"]) == (False, [])
    assert project["verdict"]["favors"] == "outside"


def test_a_candidate_of_your_own_rules_is_valid(tmp_path, make_project, validator):
    candidate = """\
[[framework]]
id = "quokka"
title = "Quokka"
packages = ["quokka"]
references = ["https://quokka.example/"]
"""
    files = {"requirements.txt": "quokka\n", "quokka.toml": candidate}
    make_project(tmp_path, {**files, "framesage.toml": 'rule-paths = ["quokka.toml"]\n'})
    found = document(assess_paths([tmp_path], DAY))
    validator.validate(found)
    assert found["projects"][0]["framework"]["state"] == "quokka"
    assert found["projects"][0]["kits"]["quokka"] == []


def test_kits_have_what_each_framework_has_for_a_need(tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": "flask\nflask-login\n"})
    (project,) = document(assess_paths([tmp_path], DAY))["projects"]
    login = {name: entries[0] for name, entries in project["kits"].items()}
    assert login["flask"]["packages"] == ["flask-login"]
    assert login["flask"]["included"] == ""
    assert (login["django"]["packages"], login["django"]["included"]) == ([], "django.contrib.auth")
    assert {entry["need"] for entry in login.values()} == {"accounts and login"}
    assert {entry["trait"] for entry in login.values()} == {"needs-auth"}


def test_without_a_choice_the_kits_are_empty(tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": "fastapi\nsqlalchemy\n"})
    (project,) = document(assess_paths([tmp_path], DAY))["projects"]
    assert project["kits"] == {"flask": [], "django": []}
