"""Suggestions for misspelled and shortened names."""

import pytest

from framesage import suggest
from framesage.advice.builtin_rules import configurable_rules
from framesage.rulebase import load_rule_base
from framesage.suggest import closest_match


@pytest.fixture(scope="module")
def rule_base():
    return load_rule_base()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("flask-form-without-crsf", "flask-forms-without-csrf"),
        ("flask_unsupported", "flask-unsupported"),
        ("small-favors-flask", "small-project-favors-flask"),
        ("without-csrf", "flask-forms-without-csrf"),
        ("two-framework", "two-frameworks"),
        ("flask-wrong", ""),
        ("orm-favors-flask", ""),
        ("unsupported", ""),
        ("flask", ""),
        ("", ""),
    ],
)
def test_closest_rule(rule_base, typed, meant):
    assert closest_match(typed, configurable_rules(rule_base)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("fl", ""), ("d", ""), ("flaks", "flask"), ("djnago", "django"), ("node", "")],
)
def test_closest_framework(rule_base, typed, meant):
    assert closest_match(typed, rule_base.frameworks) == meant


def test_every_name_is_closest_to_itself(rule_base):
    for name in configurable_rules(rule_base):
        assert closest_match(name, configurable_rules(rule_base)) == name


def test_unknown_names_take_no_more_than_a_comparison_of_letters(rule_base, monkeypatch):
    compared = []
    distance = suggest._distance
    monkeypatch.setattr(suggest, "_distance", lambda *names: compared.append(1) or distance(*names))
    known = configurable_rules(rule_base)
    assert [closest_match(f"rule-name-{number}", known) for number in range(20)] == [""] * 20
    assert len(compared) < 0.1 * 20 * len(known)
