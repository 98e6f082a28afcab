"""Conditions of rules in words, without a project."""

from framesage.rulebase import load_rule_base
from framesage.wording.conditions import ConditionWriter

RULE_BASE = load_rule_base()


def outline(rule_id):
    rule = RULE_BASE.advice[rule_id]
    return list(ConditionWriter(RULE_BASE).outline(rule.condition))


def test_the_outline_of_a_condition_says_nothing_about_a_project():
    statements = outline("django-for-an-api-only")
    words = [statement.text for statement in statements]
    assert words[:3] == [
        "Django alone is in use",
        "API without HTML pages [api-only] with at least medium certainty",
        "at least one of these holds",
    ]
    assert "User accounts and login [needs-auth] with less than medium certainty" in words
    assert all(not statement.kind.value and not statement.locations for statement in statements)
    assert statements[2].parts[0].text == (
        "Microservice [microservice] with at least medium certainty"
    )


def test_the_outline_of_a_count_says_how_many_must_hold():
    (count,) = (found for found in outline("flask-rebuilds-django") if len(found.parts) > 5)
    assert count.text == f"at least 4 of these {len(count.parts)} hold"


def test_every_condition_has_an_outline():
    for rule in RULE_BASE.all_rules():
        assert list(ConditionWriter(RULE_BASE).outline(rule.condition)), rule.id
