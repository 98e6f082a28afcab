"""The dialogue among three candidates: its bound, its kits, and a start."""

import json
from datetime import date

import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from candidates.conftest import PACK, ROOT
from framesage import Answer, ask, check_text, load_rules
from framesage.cli import main
from framesage.consultation.consult import consult
from framesage.consultation.next_question import deciding_traits

THREE = load_rules(PACK)
TRAITS = [trait.id for trait in deciding_traits(THREE)]
TODAY = date(2026, 11, 24)
ANSWERS = st.dictionaries(st.sampled_from(TRAITS), st.booleans(), max_size=len(TRAITS))
STARTS = ("", "flask\n", "django\n", "fastapi\n", "uvicorn\nasyncpg\n")
EMPTY = {text: check_text(text, rules=THREE, today=TODAY) for text in STARTS}


def is_possible(answers) -> bool:
    """Return whether no answer excludes another one."""
    held = [trait for trait, holds in answers.items() if holds]
    return not any(answers.get(other) for trait in held for other in THREE.excluded_by(trait))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.sampled_from(STARTS), ANSWERS, ANSWERS)
def test_no_further_answer_changes_a_settled_verdict(start, first, more):
    words = {True: Answer.YES, False: Answer.NO}
    answers = {trait: words[holds] for trait, holds in first.items()}
    step = consult(EMPTY[start], answers)
    together = {**more, **first}
    if not step.settled or not is_possible(together):
        return
    after = ask(EMPTY[start], together)
    assert after.assessment.verdict.favors == step.assessment.verdict.favors


def test_some_verdicts_are_settled_before_the_last_question():
    step = ask(EMPTY[""])
    while step.question:
        step = ask(
            EMPTY[""],
            {
                **{t: a is Answer.YES for t, a in step.answers.items()},
                step.question.id: step.question.id == "api-only",
            },
        )
    assert step.settled
    assert step.assessment.verdict.favors == "fastapi"
    assert len(step.answers) < len(TRAITS)


def test_a_step_as_json_follows_its_schema(write, capsys):
    folder = write(("gunicorn",), "REST API for a todo app")
    assert main(["ask", str(folder), "--format", "json", "--answer", "needs-auth=yes"]) == 0
    step = json.loads(capsys.readouterr().out)
    schema = json.loads((ROOT / "docs" / "ask.schema.json").read_text("utf-8"))
    assert list(step["kits"]) == ["flask", "django", "fastapi"]
    assert step["verdict"]["favors"] == "either"
    assert step["verdict"]["fitting"] == ["django", "fastapi"]
    Draft202012Validator(schema).validate(step)


def test_a_start_writes_its_kit(write, capsys):
    folder = write(("gunicorn",), "REST API for a todo app")
    assert main(["ask", str(folder), "--start", "fastapi", "--kit", "--write"]) == 0
    written = tomli.loads((folder / "pyproject.toml").read_text("utf-8"))
    names = [package.partition(">=")[0] for package in written["project"]["dependencies"]]
    assert names == ["gunicorn", "fastapi", "sqlmodel", "alembic", "uvicorn"]
    assert written["tool"]["framesage"]["framework"] == "fastapi"
    assert "uvicorn main:app --reload" in capsys.readouterr().err
    assert main(["check", str(folder)]) == 0
