"""The advice for assistants: verdict, reasons, what would change it, kits and a question."""

from pathlib import Path

from framesage.api import ask, check, check_text
from framesage.report.advice_text import advice_text
from framesage.report.explanation import explanation_json

CLUB_PORTAL = Path(__file__).resolve().parents[3] / "examples" / "club-portal"
IDEA = 'description = "An online shop with accounts"\n'


def test_it_has_the_verdict_reasons_kits_and_the_question():
    step = ask(check_text(IDEA, "framesage.toml"))
    text = advice_text(step)
    assert text.startswith("**Django would suit this project")
    assert "\n- it needs user accounts\n" in text
    assert "| Accounts and login | [`flask-login`]" in text
    asked = step.question
    assert f"Next question (`{asked.id}`): {asked.question.text}" in text
    assert f"- yes: {asked.question.yes}\n- no: {asked.question.no}" in text


def test_what_would_change_the_verdict_is_said_with_its_settings():
    step = ask(check(CLUB_PORTAL)[0])
    (sentence,) = explanation_json(step.assessment)["what-if"]
    assert f"What if: {sentence}." in advice_text(step)
    assert "needs-auth = false" in sentence


def test_a_decision_is_respected_and_nothing_is_asked():
    text = advice_text(ask(check_text('framework = "flask"\n' + IDEA, "framesage.toml")))
    assert text.startswith("**Flask")
    assert "question" not in text
    assert "Django" not in text.split("\n")[0]


def test_contradictions_are_noted():
    assessment = check_text("flask\nflask-login\n")
    assert "Note: Your answer to" in advice_text(ask(assessment, {"needs-auth": False}))


def test_markdown_in_a_file_stays_text():
    text = 'description = "A shop called <img src=x> [y](z) for people who log in"\n'
    assert "<img" not in advice_text(ask(check_text(text, "framesage.toml")))
