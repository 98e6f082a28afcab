"""The fix of a rule must silence it in each test in which it fires."""

from __future__ import annotations

import pytest

from unit.rule_checks.conftest import ADVICE

REMOVE = ADVICE.replace('{ add = "flask-limiter" }', '{ remove = "matches" }')


def fixes(check, text):
    return [str(issue).partition("own.toml:")[2] for issue in check(text).issues]


def test_a_fix_that_does_not_silence_its_rule_is_reported_at_the_fix(check):
    text = ADVICE.replace('{ add = "flask-limiter" }', '{ add = "flask-talisman" }')
    assert fixes(check, text) == [
        "8:1: the fix of 'acme-throttle' does not silence it in its test 'login alone' (line 17) "
        "[fix]"
    ]


def test_a_fix_that_is_there_already_is_reported(check):
    text = ADVICE.replace('{ add = "flask-limiter" }', '{ add = "flask" }')
    assert "[fix]" in fixes(check, text)[0]


@pytest.mark.parametrize("more", ["", ', "flask-user"'])
def test_removing_all_matches_silences_a_rule(check, more):
    text = REMOVE.replace('package = "flask-login"', 'package = ["flask-login", "flask-user"]')
    text = text.replace('"flask-login"]\nwanted = true', f'"flask-login"{more}]\nwanted = true')
    assert fixes(check, text) == []
