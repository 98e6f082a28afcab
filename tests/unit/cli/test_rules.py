"""``framesage rules``: all of them, one of them, and whether they make sense."""

import pytest

OWN = """\
[[evidence]]
trait = "needs-auth"
why = "is our own log-in"
[evidence.packages]
acme-login = 0.9
"""


def test_all_rules_are_listed_with_what_they_conclude(framesage):
    lines = framesage("rules", "list").out.splitlines()
    assert any(line.split()[:3] == ["accounts-favour-django", "favors", "django"] for line in lines)
    assert any(line.split()[:2] == ["flask-unsupported", "warning"] for line in lines)


def test_a_rule_is_shown_with_its_condition_and_its_sources_in_words(framesage):
    ran = framesage("rules", "show", "flask-forms-without-csrf")
    assert ran.code == 0
    assert 'When      { framework = "flask", package = ["wtforms"' in ran.out
    assert "Source    G10 of the guidance: Django protects" in ran.out
    assert "Source    https://flask.palletsprojects.com/" in ran.out


def test_a_derivation_is_shown_too(framesage):
    assert "speaks for the trait web-application" in framesage("rules", "show", "web-by-api").out


def test_every_rule_can_be_shown(framesage):
    for line in framesage("rules", "list").out.splitlines():
        ran = framesage("rules", "show", line.split()[0])
        assert ran.code == 0
        assert "\nWhen      " in ran.out
        assert "\nSource    " in ran.out


def test_an_unknown_rule_is_bad_usage_and_the_nearest_is_offered(framesage):
    ran = framesage("rules", "show", "flask-forms-without-crsf")
    assert ran.code == 2
    assert "did you mean 'flask-forms-without-csrf'?" in ran.err


def test_our_own_rules_are_in_order(framesage):
    ran = framesage("rules", "check")
    assert ran.out.startswith("Nothing wrong: ")
    assert ran.code == 0


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (OWN, 0, "Nothing wrong: "),
        (OWN.replace("needs-auth", "need-auth"), 1, "own.toml:2:1: unknown trait 'need-auth'"),
        (OWN.replace("0.9", "1.5"), 1, "own.toml:5:1: the strength"),
        (OWN.replace("acme-login", "flask-login"), 1, "[repeated]"),
    ],
)
def test_your_own_rules_are_checked_with_ours(framesage, tmp_path, text, code, words):
    (tmp_path / "own.toml").write_text(text)
    ran = framesage("rules", "check", tmp_path / "own.toml")
    assert words in ran.out
    assert ran.code == code


def test_a_rules_own_test_that_fails_is_told_with_its_place(framesage, tmp_path):
    rule = """\
[[rule]]
id = "acme-needs-django"
title = "t"
why = "w"
when = { package = ["acme-login"] }
favors = "django"
weight = 0.2
references = ["guide:G12"]
since = "0.1.0"
[[rule.test]]
name = "fires"
requirements = ["acme-login"]
wanted = true
[[rule.test]]
name = "wrong on purpose"
requirements = ["acme-login"]
wanted = false
"""
    (tmp_path / "own.toml").write_text(rule)
    ran = framesage("rules", "check", tmp_path)
    assert "own.toml:1:3: acme-needs-django fires in its test 'wrong on purpose'" in ran.out
    assert ran.code == 1


def test_a_path_that_is_not_there_is_bad_usage(framesage, tmp_path):
    assert framesage("rules", "check", tmp_path / "nowhere").code == 2
