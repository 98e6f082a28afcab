"""Answers by programs: the id of a trait with a word."""

import pytest

from framesage.consultation.answers import read_answers
from framesage.consultation.model import Answer
from framesage.rulebase import load_rule_base

BASE = load_rule_base()


def test_answers_are_read_in_order():
    read = read_answers({"mvp": "no", "needs-auth": "unknown", "api-only": "yes"}, BASE)
    assert list(read.items()) == [
        ("mvp", Answer.NO),
        ("needs-auth", Answer.UNKNOWN),
        ("api-only", Answer.YES),
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"needs-auht": "yes"}, "unknown trait 'needs-auht'; did you mean 'needs-auth'?"),
        ({"mvp": "yess"}, "unknown answer 'yess'; did you mean 'yes'?"),
        ({"mvp": True}, "unknown answer 'True'; known are yes, no, unknown"),
    ],
)
def test_what_cannot_be_read_is_an_error(given, message):
    with pytest.raises(ValueError, match="unknown") as error:
        read_answers(given, BASE)
    assert str(error.value) == message
