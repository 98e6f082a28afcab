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


def test_the_tests_of_the_pack_pass(three):
    from framesage.advice.rule_tests import run_tests
    from framesage.rulebase.load import load_rule_base

    outcomes = list(run_tests(load_rule_base((PACK,), whole=True)))
    own = [outcome for outcome in outcomes if PACK in outcome.rule.location.path.parents]
    assert len(own) >= 25
    assert [outcome.test.name for outcome in own if not outcome.passed] == []
