"""``framesage rules``: all of them, one of them, and whether they make sense."""

import pytest

from framesage.advice.builtin_rules import BUILTIN_RULES

OWN = """\
[[evidence]]
trait = "needs-auth"
why = "is our own log-in"
[evidence.packages]
acme-login = 0.9
"""


def test_all_rules_are_listed_with_what_they_conclude(framesage):
    lines = framesage("rules", "list").out.splitlines()
    assert any(line.split()[:3] == ["accounts-favor-django", "favors", "django"] for line in lines)
    assert any(line.split()[:2] == ["flask-unsupported", "warning"] for line in lines)


def test_a_rule_is_shown_with_its_condition_and_its_sources_in_words(framesage):
    ran = framesage("rules", "show", "flask-forms-without-csrf")
    assert ran.code == 0
    assert 'When      { framework = "flask", package = ["wtforms"' in ran.out
    assert "Source    Guidance G10: Django protects" in ran.out
    assert "Source    https://flask.palletsprojects.com/" in ran.out


def test_a_derivation_is_shown_too(framesage):
    assert (
        "Evidence  for web-application, strength " in framesage("rules", "show", "web-by-api").out
    )


def test_every_rule_can_be_shown(framesage):
    for line in framesage("rules", "list").out.splitlines():
        name = line.split()[0]
        ran = framesage("rules", "show", name)
        assert ran.code == 0
        assert "\nWhy       " in ran.out
        if name in BUILTIN_RULES:
            continue
        assert "\nWhen      " in ran.out
        assert "\nSource    " in ran.out


def test_an_unknown_rule_is_bad_usage_and_the_nearest_is_offered(framesage):
    ran = framesage("rules", "show", "flask-forms-without-crsf")
    assert ran.code == 2
    assert "did you mean 'flask-forms-without-csrf'?" in ran.err


def test_our_own_rules_are_in_order(framesage):
    ran = framesage("rules", "check")
    assert ran.out.startswith("All checks passed: ")
    assert ran.code == 0


def test_without_a_path_the_rules_that_the_project_names_are_checked_with_ours(
    framesage, tmp_path, monkeypatch
):
    (tmp_path / "framesage.toml").write_text('rule-paths = ["own.toml"]\n')
    (tmp_path / "own.toml").write_text(OWN.replace("needs-auth", "need-auth"))
    monkeypatch.chdir(tmp_path)
    ran = framesage("rules", "check")
    assert "own.toml:2:1: unknown trait 'need-auth'" in ran.out
    assert ran.code == 1


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (OWN, 0, "All checks passed: "),
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


def test_a_rules_own_test_that_fails_is_told_with_its_location(framesage, tmp_path):
    rule = """\
[[rule]]
id = "acme-needs-django"
title = "t"
why = "w"
when = { package = ["acme-login"] }
favors = "django"
strength = 0.2
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
    failure = "acme-needs-django fires unexpectedly in its test 'wrong on purpose'"
    assert f"own.toml:1:3: {failure}" in ran.out
    assert ran.code == 1


def test_a_test_that_gives_no_web_application_is_told_so(framesage, tmp_path):
    example = '[[rule.test]]\nname = "alone"\nrequirements = ["acme"]\nwanted = true\n'
    (tmp_path / "own.toml").write_text(OWN_ADVICE + example)
    ran = framesage("rules", "check", tmp_path)
    failure = "does not fire in its test 'alone': its project is not a web app"
    assert f"acme-without-login {failure}" in ran.out


def test_a_path_that_is_not_there_is_bad_usage(framesage, tmp_path):
    assert framesage("rules", "check", tmp_path / "nowhere").code == 2


def test_what_no_file_of_rules_has_is_listed_and_shown(framesage):
    listed = framesage("rules", "list").out
    for name, level in (
        ("unused-ignore", "hint"),
        ("expired-ignore", "information"),
        ("settings", "warning"),
        ("two-requirements-on-a-line", "hint"),
    ):
        assert any(line.split()[:2] == [name, level] for line in listed.splitlines())
    ran = framesage("rules", "show", "unused-ignore")
    assert "What it was written for is gone" in ran.out
    assert "Remove it, or correct the name" in ran.out


OWN_ADVICE = """\
[[rule]]
id = "acme-without-login"
title = "Acme is not logged in to"
why = "w"
when = { package = ["acme"] }
severity = "hint"
message = "{packages} here."
references = ["https://acme.example/"]
since = "0.1.0"
at = "matches"
"""


@pytest.fixture
def own(tmp_path, make_project):
    return make_project(
        tmp_path / "own",
        {
            ".git/HEAD": "",
            "framesage.toml": 'rule-paths = ["team"]\n',
            "team/own.toml": OWN_ADVICE,
            "services/web/requirements.txt": "flask\n",
        },
    )


def test_the_rules_of_the_project_are_listed_and_shown(framesage, own, monkeypatch):
    assert "acme-without-login" not in framesage("rules", "list", "--project", own.parent).out
    monkeypatch.chdir(own / "services" / "web")
    assert "acme-without-login" in framesage("rules", "list").out
    monkeypatch.chdir(own.parent)
    ran = framesage("rules", "show", "acme-without-login", "--project", own)
    assert ran.code == 0
    assert "Title     Acme is not logged in to" in ran.out
    assert "team/own.toml:1" in ran.out.replace("\\", "/")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('when = { package = [\n  "acme",  # theirs\n  "b",\n] }\n', '{ package = ["acme", "b"] }'),
        ('[rule.when]\npackage = "acme"\ncount = 1\nof = ["needs-auth"]\n',
         '{ package = "acme", count = 1, of = ["needs-auth"] }'),
        ('when = "needs-auth"\n', '"needs-auth"'),
    ],
)  # fmt: skip
def test_a_condition_is_shown_on_a_line_however_it_is_written(framesage, own, written, shown):
    text = OWN_ADVICE.replace('when = { package = ["acme"] }\n', "") + written
    (own / "team" / "own.toml").write_text(text)
    ran = framesage("rules", "show", "acme-without-login", "--project", own)
    assert f"When      {shown}\n" in ran.out


def test_rules_of_the_project_that_cannot_be_used_are_told(framesage, own):
    (own / "team" / "own.toml").write_text("[[rule]]\nx = 1\n")
    ran = framesage("rules", "list", "--project", own)
    assert ran.code == 2
    assert "own.toml:2:1: unknown key 'x'" in ran.err
    assert "choose-django" in ran.out
    assert framesage("rules", "list", "--project", own / "nowhere").code == 2


def test_traits_are_listed_with_what_they_mean(framesage):
    lines = framesage("rules", "traits").out.splitlines()
    (line,) = [one for one in lines if one.startswith("needs-auth ")]
    assert "People log in. People log in, or clients authenticate" in line
