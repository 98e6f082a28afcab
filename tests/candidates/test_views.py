"""What the command line shows of three candidates."""

import json

import pytest
from jsonschema import Draft202012Validator

from candidates.conftest import PACK, ROOT
from framesage.cli import main

API = "REST API for a todo app"
TITLE = "Flask, Django or FastAPI?"


@pytest.mark.parametrize(
    "requirements",
    [["gunicorn"], ["fastapi"], ["flask", "fastapi"], ["flask", "django", "fastapi"]],
)
def test_json_follows_its_schema(write, capsys, requirements):
    main(["check", str(write(requirements, API)), "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    schema = json.loads((ROOT / "docs" / "check.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(document)
    assert list(document["projects"][0]["kits"]) == ["flask", "django", "fastapi"]


def test_the_decision_record_has_three_options(write, capsys):
    assert main(["report", str(write(["gunicorn"], API))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith(f": {TITLE}")
    options = [line for line in lines if line.startswith("### ")]
    assert options[:3] == ["### FastAPI", "### Flask", "### Django"]
    assert "| Need | Flask | Django | FastAPI |" in lines


def test_the_page_has_three_columns(write, tmp_path):
    page = tmp_path / "report.html"
    assert main(["report", str(write(["gunicorn"], API)), "--html", str(page)]) == 0
    html = page.read_text("utf-8")
    assert TITLE in html
    assert "Flask or Django" not in html
    assert "Flask, Django and FastAPI side by side" in html
    assert "validation and documentation from type hints" in html


def test_each_candidate_has_its_reasons(write, capsys):
    main(["explain", str(write(["gunicorn"], API, needs_auth=True))])
    out = capsys.readouterr().out
    for title in ("Flask", "Django", "FastAPI"):
        assert f"  For {title} (" in out


def test_a_rule_tells_its_states_by_their_titles(write, capsys):
    folder = write(["flask", "aiohttp", "django"])
    main(["explain", str(folder), "--rule", "two-frameworks"])
    assert "more than one framework is in use" in capsys.readouterr().out


def test_the_pack_says_all_that_each_need_takes(three):
    for need in three.needs.values():
        assert need.provisions.keys() >= {"flask", "django", "fastapi"}, need.id
    topics = [row.topic for row in three.comparison if not row.words["fastapi"]]
    assert topics == []


def test_the_check_of_the_pack_passes(capsys):
    assert main(["rules", "check", str(PACK)]) == 0
    out = capsys.readouterr().out
    assert "fastapi 1.0: 14 rules, 29 tests passed" in out
    assert "'choose-flask' does not fire in its test 'small API'" in out


def test_a_start_names_the_candidates_that_there_are(write, tmp_path, capsys):
    assert main(["ask", str(write(["gunicorn"], API)), "--start", "litestar"]) == 2
    assert "fastapi" in capsys.readouterr().err
    (tmp_path / "pyproject.toml").unlink()
    assert main(["ask", str(tmp_path), "--start", "fastapi"]) == 2


def test_a_description_may_name_the_candidate(write, capsys):
    folder = write(["gunicorn"])
    said = "Orders service with FastAPI"
    assert main(["ask", str(folder), "--describe", said, "--format", "json"]) == 0
    step = json.loads(capsys.readouterr().out)
    expected = "You mention FastAPI: if that is decided, finish here and start with it."
    assert expected in step["remarks"]


def test_assistants_choose_among_three(write):
    from framesage.mcp import tools

    found = tools.explain(str(write(["gunicorn"], API)))
    assert TITLE in found.text
    assert list(tools.ask(str(write(["gunicorn"], API)), "", {}).data["kits"])[2] == "fastapi"


def test_what_none_includes_is_said_of_all(write, capsys):
    main(["explain", str(write(["gunicorn"], API, needs_auth=True))])
    out = capsys.readouterr().out
    assert "No framework includes" in out
    assert "Neither" not in out
