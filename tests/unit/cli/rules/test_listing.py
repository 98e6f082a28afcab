"""``framesage rules list``, ``show`` and ``traits``."""

import pytest

from framesage.advice.builtin_rules import BUILTIN_RULES


def test_all_rules_are_listed_with_their_conclusions(framesage):
    lines = framesage("rules", "list").out.splitlines()
    assert any(line.split()[:3] == ["accounts-favor-django", "favors", "django"] for line in lines)
    assert any(line.split()[:2] == ["flask-unsupported", "warning"] for line in lines)


def test_show_prints_the_condition_and_sources_of_a_rule(framesage):
    result = framesage("rules", "show", "flask-forms-without-csrf")
    assert result.code == 0
    assert 'When      { framework = "flask", package-set = "form-libraries"' in result.out
    assert "Source    Guidance G10: Django protects" in result.out
    assert "Source    https://flask.palletsprojects.com/" in result.out


def test_show_prints_a_derivation(framesage):
    assert (
        "Evidence  for web-application, strength " in framesage("rules", "show", "web-by-api").out
    )


def test_show_prints_the_group_of_guidance(framesage):
    shown = framesage("rules", "show", "mvp-favors-flask").out
    assert "Favors    flask, strength 0.6, group little-is-needed" in shown


def test_all_rules_can_be_shown(framesage):
    for line in framesage("rules", "list").out.splitlines():
        name = line.split()[0]
        result = framesage("rules", "show", name)
        assert result.code == 0
        assert "\nWhy       " in result.out
        if name in BUILTIN_RULES:
            continue
        assert "\nWhen      " in result.out
        assert "\nSource    " in result.out


def test_an_unknown_rule_exits_with_2_and_suggests_the_closest_one(framesage):
    result = framesage("rules", "show", "flask-forms-without-crsf")
    assert result.code == 2
    assert "did you mean 'flask-forms-without-csrf'?" in result.err


def test_rules_implemented_in_python_are_listed_and_shown(framesage):
    listed = framesage("rules", "list").out
    for name, level in (
        ("unused-ignore", "hint"),
        ("expired-ignore", "information"),
        ("settings", "warning"),
        ("two-requirements-on-a-line", "information"),
    ):
        assert any(line.split()[:2] == [name, level] for line in listed.splitlines())
    result = framesage("rules", "show", "unused-ignore")
    assert "The ignore matches no finding" in result.out
    assert "Remove the ignore, or correct the id" in result.out


OWN_ADVICE = """\
[[rule]]
id = "acme-without-login"
title = "Acme is not logged in to"
why = "w"
when = { package = ["acme"] }
severity = "hint"
message = "{packages} here."
references = ["https://acme.example/"]
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


def test_custom_rules_are_listed_and_shown(framesage, own, monkeypatch):
    assert "acme-without-login" not in framesage("rules", "list", "--project", own.parent).out
    monkeypatch.chdir(own / "services" / "web")
    assert "acme-without-login" in framesage("rules", "list").out
    monkeypatch.chdir(own.parent)
    result = framesage("rules", "show", "acme-without-login", "--project", own)
    assert result.code == 0
    assert "Title     Acme is not logged in to" in result.out
    assert "team/own.toml:1" in result.out.replace("\\", "/")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('when = { package = [\n  "acme",  # theirs\n  "b",\n] }\n', '{ package = ["acme", "b"] }'),
        ('[rule.when]\npackage = "acme"\ncount = 1\nof = ["needs-auth"]\n',
         '{ package = "acme", count = 1, of = ["needs-auth"] }'),
        ('when = "needs-auth"\n', '"needs-auth"'),
    ],
)  # fmt: skip
def test_conditions_are_shown_on_one_line(framesage, own, written, shown):
    text = OWN_ADVICE.replace('when = { package = ["acme"] }\n', "") + written
    (own / "team" / "own.toml").write_text(text)
    result = framesage("rules", "show", "acme-without-login", "--project", own)
    assert f"When      {shown}\n" in result.out


def test_invalid_custom_rules_exit_with_2(framesage, own):
    (own / "team" / "own.toml").write_text("[[rule]]\nx = 1\n")
    result = framesage("rules", "list", "--project", own)
    assert result.code == 2
    assert "own.toml:2:1: unknown key 'x'" in result.err
    assert "choose-django" in result.out
    assert framesage("rules", "list", "--project", own / "nowhere").code == 2


def test_traits_are_listed_with_their_descriptions(framesage):
    lines = framesage("rules", "traits").out.splitlines()
    (line,) = [line for line in lines if line.startswith("needs-auth ")]
    assert "User accounts and login. Users log in, or clients authenticate" in line
