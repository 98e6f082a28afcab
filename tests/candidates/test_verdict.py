"""Verdicts among three candidates, and the rules about their states."""

import pytest

from candidates.conftest import PACK
from framesage import check_text, load_rules
from framesage.explanation.what_if import find_flips
from framesage.wording.dialogue import candidates_question
from framesage.wording.verdict import option_words, verdict_headline

GUNICORN = ("gunicorn",)
API = '[project]\nname = "x"\ndescription = "REST API for a todo app"\ndependencies = []\n'
LITESTAR = """
[[framework]]
id = "litestar"
candidate = true
references = ["https://docs.litestar.dev/"]

[[rule]]
id = "api-favors-litestar"
title = "it is an API"
why = "Litestar is made for APIs."
favors = "litestar"
strength = "strong"
when = "api-only"
references = ["https://docs.litestar.dev/"]
"""


@pytest.mark.parametrize(
    ("description", "favored"),
    [
        ("REST API for a todo app", "fastapi"),
        ("JSON API for a mobile app", "fastapi"),
        ("Small webhook receiver: takes Stripe events and puts them on a queue", "either"),
        ("Online magazine with articles by several editors", "django"),
        ("Internal admin tool for the support team to look up and edit customer records", "django"),
        ("Small website for a bakery", "flask"),
    ],
)
def test_each_candidate_has_its_projects(assess, description, favored):
    assert assess(GUNICORN, description).verdict.favors == favored


def test_only_the_favored_candidate_is_advised(assess):
    found = {finding.rule for finding in assess(GUNICORN, "REST API for a todo app").findings}
    assert "choose-fastapi" in found
    assert found.isdisjoint({"choose-flask", "choose-django", "either-framework-fits"})


@pytest.mark.parametrize(
    ("requirements", "state"),
    [
        (["fastapi"], "fastapi"),
        (["flask"], "flask"),
        (["flask", "fastapi"], "both"),
        (["flask", "django", "fastapi"], "both"),
        (["litestar"], "other"),
        (["gunicorn"], "none"),
    ],
)
def test_the_state_of_a_project_counts_the_candidates(assess, requirements, state):
    assert assess(requirements).framework.state == state


@pytest.mark.parametrize(
    ("requirements", "words"),
    [
        (["flask", "django"], "both Flask and Django"),
        (["flask", "fastapi"], "both Flask and FastAPI"),
        (["flask", "django", "fastapi"], "Flask, Django and FastAPI"),
    ],
)
def test_two_frameworks_names_those_that_are_there(assess, requirements, words):
    messages = {finding.rule: finding.message for finding in assess(requirements).findings}
    expected = f"Keep one framework per application: {words} are required here."
    assert messages["two-frameworks"] == expected


def test_parts_name_their_frameworks(three):
    text = '[dependency-groups]\nweb = ["django"]\napi = ["fastapi"]\n'
    findings = check_text(text, "pyproject.toml", rules=three).findings
    (message,) = [found.message for found in findings if found.rule == "two-frameworks-apart"]
    assert "FastAPI in the group `api`" in message and "Django in the group `web`" in message


def test_two_of_three_may_fit(assess):
    found = assess(GUNICORN, api_only=True, needs_auth=True, large_scale=True)
    assert found.verdict.favors == "either"
    assert [framework.id for framework in found.verdict.fitting] == ["django", "fastapi"]
    assert verdict_headline(found) == "Two fit: there are good reasons for Django and for FastAPI"
    flask, django, _ = found.rule_base.candidates
    assert option_words(flask, found) == "Django and FastAPI suit this project better"
    assert option_words(django, found) == "Fits this project, as FastAPI does"
    messages = {finding.rule: finding.message for finding in found.findings}
    assert messages["either-framework-fits"].startswith("Choose Django or FastAPI: ")


def test_all_three_may_fit(assess):
    found = assess(
        GUNICORN,
        api_only=True,
        mvp=True,
        wants_flexibility=True,
        needs_auth=True,
        fast_development=True,
    )
    words = "All fit: there are good reasons for Flask, Django and FastAPI"
    assert verdict_headline(found) == words
    assert option_words(found.rule_base.candidates[0], found) == "All frameworks fit this project"
    (message,) = [
        finding.message for finding in found.findings if finding.rule == "either-framework-fits"
    ]
    assert message.startswith("Choose Flask, Django or FastAPI: ")
    assert message.count("(") == 3


def test_what_if_leads_to_every_other_candidate(assess):
    flips = find_flips(assess(GUNICORN, "REST API for a todo app"))
    assert {flip.framework.id for flip in flips} == {"flask", "django"}


def test_asynchronous_code_keeps_nobody_out(assess, three):
    requirements = ["uvicorn", "asyncpg", "aio-pika", "uvloop"]
    text = "\n".join(requirements)
    described = assess(requirements, "API of a booking service")
    assert check_text(text).verdict.favors == "outside"
    assert check_text(text, rules=three).verdict.favors == "fastapi"
    assert described.verdict.favors == "fastapi"


def test_another_framework_still_does(assess):
    assert assess(["litestar"]).verdict.favors == "outside"


@pytest.mark.parametrize("requirements", [["fastapi", "gradio"], ["fastapi", "nicegui"]])
def test_what_installs_it_uses_it(assess, requirements):
    assert assess(requirements).framework.state != "fastapi"


def test_projects_on_it_are_judged_as_such(assess):
    requirements = ["fastapi", "uvicorn", "sqlmodel", "asyncpg", "redis"]
    found = assess(requirements)
    assert verdict_headline(found) == "FastAPI fits this project (high certainty)"
    assert {finding.rule for finding in found.findings} == {"fastapi-models-without-migrations"}


def test_a_framework_is_no_reason_for_itself(assess):
    plain = assess(["fastapi", "fastapi-users", "sqladmin"])
    sources = {reason.source for reason in plain.verdict.because}
    assert "async-favors-fastapi" not in sources


def test_a_fourth_candidate(tmp_path):
    more = tmp_path / "litestar.toml"
    more.write_text(LITESTAR, "utf-8")
    rules = load_rules(PACK, more)
    assert candidates_question(rules) == "Flask, Django, FastAPI or Litestar?"
    found = check_text("litestar\nflask\n", rules=rules)
    assert found.framework.state == "both"
    assert check_text("litestar\n", rules=rules).framework.state == "litestar"
    three = check_text(API, "pyproject.toml", rules=rules)
    assert three.verdict.favors == "either"
    assert verdict_headline(three) == "Two fit: there are good reasons for FastAPI and for Litestar"


def test_without_the_pack_nothing_has_changed():
    assert check_text("fastapi\n").verdict.favors == "outside"
    assert check_text("fastapi\n").framework.state == "other"
