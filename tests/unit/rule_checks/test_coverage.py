"""Coverage names the parts of a condition that no test has seen hold, or fail."""

from __future__ import annotations

from framesage.rule_checks.coverage import coverage_of
from framesage.rule_checks.report import added_rules, run_all
from framesage.rulebase import load_rule_base
from unit.rule_checks.conftest import ADVICE, GUIDANCE


def gaps(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    rule_base = load_rule_base([path], whole=True)
    (rule,) = added_rules(rule_base)
    found = coverage_of(rule, run_all([rule], rule_base), rule_base)
    return found.covered, found.parts, [str(gap) for gap in found.gaps]


def test_parts_that_always_hold_are_named(tmp_path):
    assert gaps(tmp_path, ADVICE) == (
        1,
        3,
        ["never false: Flask alone is in use", "never false: requires flask-login"],
    )


def test_a_rule_with_a_test_for_each_part_is_covered(tmp_path):
    text = ADVICE + (
        '[[rule.test]]\nname = "no login"\nrequirements = ["flask"]\nwanted = false\n'
        '[[rule.test]]\nname = "Django"\nrequirements = ["django"]\nwanted = false\n'
    )
    assert gaps(tmp_path, text) == (3, 3, [])


def test_parts_of_alternatives_count_on_their_own(tmp_path):
    text = ADVICE.replace(
        'package = "flask-login"',
        'package = "flask-login"\nany = [{ package = "wtforms" }, "needs-auth"]',
    ).replace('"flask-login"]\nwanted = true', '"flask-login", "wtforms"]\nwanted = true')
    assert "never true: " not in gaps(tmp_path, text)[2][-1]


def test_a_condition_without_a_test_is_not_covered(tmp_path):
    covered, parts, found = gaps(tmp_path, GUIDANCE[: GUIDANCE.index("[[rule.test]]")])
    assert (covered, parts) == (0, 1)
    assert found == [
        "never true: User accounts and login [needs-auth] with at least medium certainty",
        "never false: User accounts and login [needs-auth] with at least medium certainty",
    ]
