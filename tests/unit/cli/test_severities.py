"""The severity ``error``, and ``--min-severity``, in every output format."""

import json

import pytest

OLD = "flask==2.3.3\nwtforms\n"
RAISED = '[rules]\nflask-unsupported = "error"\n'


@pytest.fixture
def service(tmp_path, make_project, monkeypatch):
    """Make a project with an error and an information, and its folder the current one."""
    make_project(tmp_path, {".git/HEAD": "", "requirements.txt": OLD, "framesage.toml": RAISED})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_format_has_its_own_word_for_an_error(framesage, service):
    out = {
        name: framesage("check", "--format", name).out
        for name in ("text", "json", "sarif", "github", "gitlab", "markdown")
    }
    (project,) = json.loads(out["json"])["projects"]
    assert [finding["severity"] for finding in project["findings"]] == ["error", "information"]
    results = json.loads(out["sarif"])["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "note"]
    assert out["github"].startswith("::error title=Framesage (flask-unsupported)")
    assert [issue["severity"] for issue in json.loads(out["gitlab"])] == ["critical", "minor"]
    assert "2 findings (1 error, 1 information)" in out["markdown"]
    assert "^ error" in out["text"]
    assert "2 findings (1 error, 1 information), 1 project checked." in out["text"]


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 1), (["--fail-on", "error"], 1), (["--fail-on", "never"], 0)],
)
def test_an_error_fails_the_check(framesage, service, options, code):
    assert framesage("check", *options).code == code


def test_a_warning_passes_where_only_errors_fail(framesage, service):
    (service / "framesage.toml").unlink()
    assert framesage("check").code == 1
    assert framesage("check", "--fail-on", "error").code == 0
    (service / "framesage.toml").write_text('fail-on = "error"\n')
    assert framesage("check").code == 0


@pytest.mark.parametrize("output_format", ["json", "sarif", "github", "gitlab", "markdown", "text"])
def test_findings_below_the_lowest_severity_are_counted_but_not_printed(
    framesage, service, output_format
):
    result = framesage("check", "--format", output_format, "--min-severity", "warning")
    assert "flask-unsupported" in result.out
    assert "flask-forms-without-csrf" not in result.out
    assert result.err == "framesage: 1 finding below warning not shown\n"


def test_the_exit_code_counts_what_is_not_printed(framesage, service):
    (service / "framesage.toml").unlink()
    result = framesage("check", "--min-severity", "error")
    assert result.code == 1
    assert result.out == "No findings of error severity or above, 1 project checked.\n"
    assert result.err == "framesage: 2 findings below error not shown\n"
    assert framesage("check", "--min-severity", "error", "--fail-on", "error").code == 0


def test_an_unknown_severity_is_bad_usage(framesage, service):
    result = framesage("check", "--min-severity", "fatal")
    assert result.code == 2
    assert "invalid choice: 'fatal'" in result.err


def test_a_rule_of_a_team_can_be_an_error(framesage, service):
    (service / "rules").mkdir()
    (service / "rules" / "own.toml").write_text(RULE)
    (service / "framesage.toml").write_text('rule-paths = ["rules"]\n')
    (project,) = json.loads(framesage("check", "--format", "json").out)["projects"]
    severities = {finding["rule"]: finding["severity"] for finding in project["findings"]}
    assert severities["acme-no-wtforms"] == "error"


RULE = """
[[rule]]
id = "acme-no-wtforms"
title = "WTForms"
message = "Remove wtforms."
why = "We do not use it."
severity = "error"
references = ["https://example.com/rules"]
at = "matches"
when = { package = "wtforms" }

[[rule.test]]
name = "with it"
requirements = ["flask", "wtforms"]
wanted = true

[[rule.test]]
name = "without it"
requirements = ["flask"]
wanted = false
"""
