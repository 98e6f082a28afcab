"""``framesage rules check``: a pack is checked with its own tests, apart from the built-in ones."""

from __future__ import annotations

import json

import pytest

from unit.rule_checks.conftest import ADVICE, GUIDANCE

PACK = '[pack]\nname = "acme-rules"\nversion = "1.2.0"\n'
OWN = """\
[[evidence]]
id = "acme-login"
trait = "needs-auth"
why = "is our own login"
[evidence.packages]
acme-login = 0.9
"""


@pytest.fixture
def acme(make_project, tmp_path, monkeypatch):
    """A pack beside a project that does not use it, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return make_project(
        tmp_path / "acme", {"pack.toml": PACK, "rules/login.toml": ADVICE, "more.toml": GUIDANCE}
    )


def test_the_built_in_rules_are_checked_where_there_are_no_others(framesage, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = framesage("rules", "check")
    assert result.out.startswith("built-in rules: ")
    assert result.out.endswith(" tests passed\n")
    assert result.code == 0


def test_a_pack_is_counted_on_its_own(framesage, acme):
    result = framesage("rules", "check", "acme")
    assert result.code == 0
    assert "\nacme-rules 1.2.0: 2 rules, 4 tests passed; changes " in result.out


def test_changed_outcomes_of_built_in_rules_are_listed_with_their_cause(framesage, acme):
    result = framesage("rules", "check", "acme")
    change = (
        "  'either-framework-fits' does not fire in its test 'API with user accounts' "
        "because of acme/more.toml:1:3"
    )
    assert change in result.out.splitlines()
    assert framesage("rules", "check", "acme", "--strict").code == 1


def test_guidance_may_say_the_opposite_of_built_in_guidance(framesage, acme):
    opposed = GUIDANCE.replace('favors = "django"', 'favors = "flask"').replace("strong", "fair")
    (acme / "more.toml").write_text(opposed, encoding="utf-8")
    result = framesage("rules", "check", "acme")
    assert "Beside the built-in rules (for information):\n  " in result.out
    assert "have opposite conclusions for the same condition [opposite]" in result.out
    assert result.code == 0


def test_rules_of_one_pack_may_not_contradict_each_other(framesage, acme):
    opposed = GUIDANCE.replace('favors = "django"', 'favors = "flask"')
    opposed = opposed.replace("favor-django", "favor-flask")
    (acme / "more.toml").write_text(GUIDANCE + opposed, encoding="utf-8")
    result = framesage("rules", "check", "acme")
    assert "[opposite]" in result.out.partition("(for information)")[0]
    assert result.code == 1


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (OWN, 0, "own.toml: 0 rules, 0 tests passed"),
        (OWN.replace("needs-auth", "need-auth"), 1, "own.toml:3:1: unknown trait 'need-auth'"),
        (OWN.replace("0.9", "1.5"), 1, "own.toml:6:1: the strength"),
        (OWN.replace("acme-login", "flask-login"), 0, "[repeated]"),
        (OWN + OWN.replace('"acme-login"', '"acme"'), 1, "own.toml:7:3: 'acme-login' is already"),
        (ADVICE[: ADVICE.rindex("[[rule.test]]")], 1, "in which it does not apply [untested]"),
    ],
)
def test_a_file_of_rules_is_checked(framesage, tmp_path, monkeypatch, text, code, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    result = framesage("rules", "check", "own.toml")
    assert words in result.out
    assert result.code == code


def test_a_failed_test_is_reported_at_its_name_with_the_part_that_decided(framesage, acme):
    text = ADVICE.replace('package = "flask-login"', 'package = "flask-loginn"')
    (acme / "rules" / "login.toml").write_text(text, encoding="utf-8")
    result = framesage("rules", "check", "acme")
    assert result.out.startswith(
        "acme/rules/login.toml:17:1: 'acme-throttle' does not fire in its test 'login alone' "
        "[test]\n    no  requires flask-loginn\n"
    )
    assert "Found 1 issue.\nacme-rules 1.2.0: 2 rules, 1 of 4 tests failed" in result.out
    assert result.code == 1


def test_the_rules_of_the_project_are_checked_by_default(framesage, acme):
    (acme.parent / "framesage.toml").write_text('rule-paths = ["acme"]\n', encoding="utf-8")
    (acme / "more.toml").write_text(OWN.replace("needs-auth", "need-auth"), encoding="utf-8")
    result = framesage("rules", "check")
    assert "acme/more.toml:3:1: unknown trait 'need-auth'" in result.out
    assert "Found 1 error; the rules were not tested." in result.out
    assert result.code == 1
    assert framesage("rules", "check", "--builtin").out.startswith("built-in rules: ")


@pytest.mark.parametrize("folder", [".", ".."])
def test_a_pack_in_or_below_the_current_folder_is_checked(framesage, acme, monkeypatch, folder):
    monkeypatch.chdir(acme / folder)
    assert "\nacme-rules 1.2.0: 2 rules, " in framesage("rules", "check").out


def test_a_file_of_a_pack_stands_for_the_pack(framesage, acme):
    result = framesage("rules", "check", "acme/rules/login.toml", "acme/pack.toml")
    assert "\nacme-rules 1.2.0: 2 rules, 4 tests passed" in result.out
    assert result.out.count("acme-rules 1.2.0") == 1


def test_paths_are_shown_as_they_are_written(framesage, acme, monkeypatch):
    (acme / "more.toml").write_text("[[rulez]]\n", encoding="utf-8")
    (acme.parent / "service").mkdir()
    monkeypatch.chdir(acme.parent / "service")
    result = framesage("rules", "check", "../service/../acme")
    assert result.out.startswith("../acme/more.toml:1:3: unknown key 'rulez'")


def test_severities_of_a_pack_that_switch_rules_off_are_listed(framesage, acme):
    text = PACK + '[severities]\nflask-unsupported = "off"\n'
    (acme / "pack.toml").write_text(text, encoding="utf-8")
    result = framesage("rules", "check", "acme")
    assert "'flask-unsupported' is switched off because of acme/pack.toml:5:1" in result.out
    (acme / "pack.toml").write_text(text.replace("flask-un", "flask-in"), encoding="utf-8")
    result = framesage("rules", "check", "acme")
    assert "acme/pack.toml:5:1: unknown rule 'flask-insupported'" in result.out
    assert result.code == 1


@pytest.mark.parametrize("name", ["nowhere/rules.toml", "acme-policy"])
def test_what_does_not_exist_exits_with_2(framesage, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    result = framesage("rules", "check", name)
    assert name in result.err + result.out
    assert result.code == 2


def test_the_result_as_json(framesage, acme):
    result = json.loads(framesage("rules", "check", "acme", "--format", "json").out)
    (pack,) = result["packs"]
    assert (pack["name"], pack["rules"], pack["tests"], pack["failed"]) == ("acme-rules", 2, 4, 0)
    assert pack["changes"] == len(result["changes"]) > 0
    assert result["changes"][0]["cause"] == {"file": "acme/more.toml", "line": 1, "column": 3}
    assert result["errors"] == []


def test_issues_as_json_and_annotations(framesage, acme):
    text = GUIDANCE.replace("favors =", "favours =")
    (acme / "more.toml").write_text(text, encoding="utf-8")
    (error,) = json.loads(framesage("rules", "check", "acme", "--format", "json").out)["errors"]
    assert (error["check"], error["file"]) == ("load", "acme/more.toml")
    annotations = framesage("rules", "check", "acme", "--format", "github").out
    assert "::error title=Framesage (rules),file=acme/more.toml,line=6,col=1::" in annotations
