"""Messages are short enough for a list of problems, where the right end of a row is cut off."""

from __future__ import annotations

import re
from statistics import median

import pytest

from framesage.advice.rule_tests import assess_example

LONGEST = 100
TYPICAL = 80
LONGEST_TEMPLATE = 80  # without its placeholders


@pytest.fixture(scope="module")
def messages(rule_base) -> dict[str, list[str]]:
    """The messages of every rule in the projects of its own tests."""
    return {
        rule.id: [
            message_of(rule, assess_example(rule, test, rule_base))
            for test in rule.tests
            if test.wanted
        ]
        for rule in rule_base.advice.values()
    }


def message_of(rule, assessment) -> str:
    """The first message of a rule."""
    return next(finding.message for finding in assessment.findings if finding.rule == rule.id)


def test_every_rule_is_looked_at(messages, rule_base):
    assert messages.keys() == rule_base.advice.keys()
    assert all(messages.values())


def test_no_message_is_too_long(messages):
    longest = {name: max(map(len, texts)) for name, texts in messages.items()}
    assert {name: size for name, size in longest.items() if size > LONGEST} == {}


def test_most_messages_fit_into_a_row(messages):
    assert median(len(text) for texts in messages.values() for text in texts) <= TYPICAL


def test_the_fixed_text_of_a_message_is_short(rule_base):
    fixed = {
        rule.id: len(re.sub(r"\{\w+\}", "", rule.message)) for rule in rule_base.advice.values()
    }
    assert {name: size for name, size in fixed.items() if size > LONGEST_TEMPLATE} == {}


def test_messages_are_one_sentence_that_says_what_to_do(rule_base):
    starts = {rule.message.split()[0] for rule in rule_base.advice.values()}
    assert starts <= {
        *("Add", "Remove", "Replace", "Require", "Upgrade", "Enable", "Correct", "Keep", "Give"),
        *("Answer", "Choose", "Consider", "Plan", "Start"),
        *("Along", "{change}."),  # their beginnings are in other tests
        "{change}:",
        "Nothing",  # outside-the-question, which is off
    }
