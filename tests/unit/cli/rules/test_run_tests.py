"""``framesage rules test``: the tests of rules, a selection of them, and what they cover."""

from __future__ import annotations

import json

import pytest

from unit.rule_checks.conftest import ADVICE, GUIDANCE


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "framesage.toml").write_text('rule-paths = ["own.toml"]\n', encoding="utf-8")
    path = tmp_path / "own.toml"
    path.write_text(ADVICE + GUIDANCE, encoding="utf-8")
    return path


def test_only_the_tests_of_the_project_run(framesage, own):
    result = framesage("rules", "test")
    assert (result.code, result.out) == (0, "4 tests passed.\n")


def test_words_select_tests(framesage, own):
    assert framesage("rules", "test", "own.toml", "-k", "Throttle login").out == "1 test passed.\n"
    result = framesage("rules", "test", "-k", "throttle nothing")
    assert (result.code, "no rule test has these words" in result.err) == (2, True)


def test_a_failed_test_exits_with_1(framesage, own):
    own.write_text(ADVICE.replace("wanted = false", "wanted = true"), encoding="utf-8")
    result = framesage("rules", "test")
    assert result.code == 1
    assert "own.toml:22:1: 'acme-throttle' does not fire in its test 'a limiter'" in result.out
    assert "    no  does not require flask-limiter" in result.out
    assert result.out.endswith("1 of 2 tests failed.\n")


def test_invalid_rules_exit_with_2(framesage, own):
    own.write_text("[[rule]]\n", encoding="utf-8")
    result = framesage("rules", "test")
    assert result.code == 2
    assert "own.toml:1:3: 'id' is missing: a string" in result.err


def test_coverage_names_what_the_tests_have_not_seen(framesage, own):
    result = framesage("rules", "test", "--coverage")
    assert result.out.splitlines() == [
        "own.toml:1:3: 'acme-throttle': 1 of 3 parts of its condition are covered",
        "    never false: Flask alone is in use",
        "    never false: requires flask-login",
        "Coverage: 2 of 4 parts of conditions were seen to hold and to fail.",
        "4 tests passed.",
    ]


def test_coverage_names_a_missing_kind_of_test(framesage, own):
    own.write_text(ADVICE[: ADVICE.rindex("[[rule.test]]")], encoding="utf-8")
    assert "    no test in which it is silent\n" in framesage("rules", "test", "--coverage").out


def test_outcomes_as_json(framesage, own):
    result = json.loads(framesage("rules", "test", "--coverage", "--format", "json").out)
    assert result["tests"][0] == {
        "rule": "acme-accounts-favor-django",
        "test": "accounts",
        "passed": True,
        "fired": True,
        "details": [],
        "file": "own.toml",
        "line": 35,
        "column": 1,
    }
    assert [entry["covered"] for entry in result["coverage"]] == [1, 1]


def test_the_built_in_rules_are_tested_where_there_are_no_others(framesage, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = framesage("rules", "test", "-k", "flask-unsupported")
    assert result.code == 0
    assert result.out.endswith(" tests passed.\n")
