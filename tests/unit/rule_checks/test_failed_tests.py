"""A failed test is reported at its name, with the part of the condition that decided."""

from __future__ import annotations

import pytest

from unit.rule_checks.conftest import ADVICE, GUIDANCE


def failures(check, text):
    """Return position, message and details of the failed tests."""
    found = [issue for issue in check(text).issues if issue.check == "test"]
    return [(issue.location.line_column, issue.message, issue.details) for issue in found]


def test_correct_rules_have_no_issues(check):
    report = check(ADVICE + GUIDANCE)
    assert report.issues == ()
    assert (len(report.rules), len(report.results)) == (2, 4)


@pytest.mark.parametrize(
    ("right", "wrong", "name", "details"),
    [
        ('package = "flask-login"', 'package = "flask-loginn"', "login alone",
         ("no  requires flask-loginn",)),
        ('none = [{ package = "flask-limiter" }]', 'absent = "needs-auth"', "login alone",
         ("no  User accounts and login [needs-auth] ruled out with at least medium certainty "
          "(now: none)",)),
        ('requirements = ["flask>=3", "flask-login"]', 'requirements = ["django"]',
         "login alone", ("no  Flask alone is in use", "no  requires flask-login")),
        ('requirements = ["flask>=3", "flask-login"]', 'requirements = ["requests"]', "login alone",
         ("no  the project is not a web application", "no  Flask alone is in use",
          "no  requires flask-login")),
        ('package = "flask-login"\n', "", "login alone",
         ("the condition holds, but at = 'matches' has no requirement to point to: name one in "
          "'when', with 'package' or the like, or leave out 'at'",)),
    ],
)  # fmt: skip
def test_what_did_not_hold_is_named(check, right, wrong, name, details):
    text = ADVICE.replace(right, wrong, 1)
    (found,) = failures(check, text)
    line = text.splitlines().index(f'name = "{name}"') + 1
    assert found == ((line, 1), f"'acme-throttle' does not fire in its test '{name}'", details)


def test_what_held_is_named_if_a_rule_fires_unexpectedly(check):
    text = ADVICE.replace(', "flask-limiter"]', "]")
    ((position, message, details),) = failures(check, text)
    assert position == (22, 1)
    assert message == "'acme-throttle' fires unexpectedly in its test 'a limiter'"
    assert details[:2] == ("yes Flask alone is in use", "yes requires flask-login")


def test_guidance_is_explained_like_advice(check):
    text = GUIDANCE.replace("needs-auth = true", "needs-admin = false")
    ((position, message, details),) = failures(check, text)
    assert (position, message[-22:]) == ((11, 1), "in its test 'accounts'")
    assert details[0].startswith("no  User accounts and login [needs-auth] with at least medium")
