"""What to declare: the answers, and the presumptions that the verdict needs."""

from datetime import date

import pytest

from framesage import Answer, check_text
from framesage.consultation.consult import consult
from framesage.consultation.declare import traits_to_declare

TODAY = date(2026, 11, 24)
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
WEB = {"web-application": True}
CASES = {
    "a yes makes it a web application": ("", {"mvp": YES}, "", {"mvp": True}),
    "only no": ("", {"mvp": NO}, "", {"mvp": False, **WEB}),
    "nothing known": ("", {"mvp": UNKNOWN}, "", {}),
    "nothing known and a decision": ("", {"mvp": UNKNOWN}, "flask", {}),
    "its files show it": ("gunicorn\nflask-restx\n", {"mvp": NO}, "", {"mvp": False}),
    "its framework shows it": ("", {"mvp": NO}, "flask", {"mvp": False}),
    "the opposite is the answer": ("", {"web-application": NO}, "", {"web-application": False}),
}


@pytest.mark.parametrize(("text", "answers", "framework", "declared"), CASES.values(), ids=CASES)
def test_only_the_presumptions_that_matter_are_declared(text, answers, framework, declared):
    before = check_text(text, today=TODAY)
    assert traits_to_declare(consult(before, answers), before, framework) == declared


def test_what_the_settings_declare_is_not_declared_again():
    text = "[tool.framesage.traits]\nweb-application = true\n"
    before = check_text(text, "pyproject.toml", today=TODAY)
    assert traits_to_declare(consult(before, {"mvp": NO}), before) == {"mvp": False}
