"""The public Python API, and the examples that document it."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import framesage
from framesage import api

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.M | re.S)
TODAY = date(2026, 11, 24)
TEAM_RULE = """
[[rule]]
id = "no-gunicorn"
title = "Gunicorn is not used here"
message = "Replace {package} with uvicorn."
why = "All services run on uvicorn."
severity = "warning"
at = "matches"
when = { package = "gunicorn" }
references = ["https://example.org/"]

[[rule.test]]
name = "gunicorn"
requirements = ["flask", "gunicorn"]
wanted = true

[[rule.test]]
name = "no gunicorn"
requirements = ["flask"]
wanted = false
"""


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_documented_example_runs(example):
    ran = subprocess.run(
        [sys.executable, "-c", example], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout or "assert" in example


def test_package_exports_the_api():
    assert {*api.__all__, "__version__"} == set(framesage.__all__) == set(dir(framesage))
    for name in api.__all__:
        assert getattr(framesage, name) is getattr(api, name)
        assert getattr(api, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = framesage.chekc


def test_importing_the_package_imports_nothing_else():
    code = "import sys, framesage; print([m for m in sys.modules if m.startswith('framesage.')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert ran.stdout.strip() == "[]"


def test_documented_attributes_exist():
    assessment = framesage.check_text("flask\nflask-login\n", today=TODAY)
    attributes = re.findall(r"^\| `(\w+)` \|", PAGE[: PAGE.index("## Check a text")], re.M)
    assert "findings" in attributes
    for name in attributes:
        assert hasattr(assessment, name)


def test_check_returns_what_the_command_prints(tmp_path, make_project):
    files = {
        "shop/requirements.txt": "flask\nflask-login\ngunicorn\n",
        "blog/pyproject.toml": '[project]\nname = "blog"\ndependencies = ["django", "wagtail"]\n',
    }
    make_project(tmp_path, files)
    command = [sys.executable, "-m", "framesage", "check", "--format", "json", "--fail-on", "never"]
    ran = subprocess.run([*command, str(tmp_path)], capture_output=True, encoding="utf-8")
    printed = json.loads(ran.stdout)["projects"]
    found = framesage.check(tmp_path)
    roots = [assessment.project.root for assessment in found]
    assert [Path(project["root"]) for project in printed] == roots
    for project, assessment in zip(printed, found, strict=True):
        assert project["verdict"]["favors"] == assessment.verdict.favors
        assert [finding["message"] for finding in project["findings"]] == [
            finding.message for finding in assessment.findings
        ]


def test_check_of_a_missing_path_raises(tmp_path):
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        framesage.check(tmp_path / "missing")


def test_check_of_an_empty_folder_is_empty(tmp_path):
    assert framesage.check(tmp_path) == ()


def test_check_text_does_not_read_the_disk(tmp_path, monkeypatch, make_project):
    make_project(tmp_path, {"base.txt": "django\n", "README.md": "# Shop\n"})
    monkeypatch.chdir(tmp_path)
    assessment = framesage.check_text("-r base.txt\nflask\n")
    assert assessment.framework.state == "flask"
    assert assessment.project.readme is None


def test_settings_in_a_text_apply():
    text = '[project]\ndependencies = ["flask"]\n[tool.framesage.traits]\nneeds-admin = true\n'
    assessment = framesage.check_text(text, "pyproject.toml")
    declared = {found.trait.id for found in assessment.traits if found.certainty == "declared"}
    assert declared == {"needs-admin"}


def test_rules_of_a_team(tmp_path):
    path = tmp_path / "team.toml"
    path.write_text(TEAM_RULE)
    rules = framesage.load_rules(path)
    found = framesage.check_text("flask\ngunicorn\n", rules=rules, today=TODAY).findings
    (finding,) = [finding for finding in found if finding.rule == "no-gunicorn"]
    assert finding.message == "Replace gunicorn with uvicorn."
    assert finding.severity is framesage.Severity.WARNING
    assert finding.location.range.start.line == 1


def test_invalid_rules_raise_with_every_location(tmp_path):
    path = tmp_path / "team.toml"
    path.write_text(TEAM_RULE.replace('at = "matches"', 'at = "nowhere"'))
    with pytest.raises(framesage.RuleBaseError) as raised:
        framesage.load_rules(path)
    (error,) = raised.value.errors
    assert (error.path, error.line) == (path, 8)


def test_explain_of_a_verdict_a_trait_and_a_rule():
    assessment = framesage.check_text("flask\nflask-login\nflask-admin\n", today=TODAY)
    assert framesage.explain(assessment)
    (trait,) = framesage.explain(assessment, trait="needs-auth")
    assert any("flask-login" in part.text for part in trait.parts)
    (rule,) = framesage.explain(assessment, rule="two-frameworks")
    assert rule.text == "two-frameworks"
    with pytest.raises(KeyError):
        framesage.explain(assessment, trait="needs-auht")
    with pytest.raises(ValueError, match="not both"):
        framesage.explain(assessment, trait="needs-auth", rule="two-frameworks")
