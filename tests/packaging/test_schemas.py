"""The published schemas are up to date; that of the settings agrees with what Framesage accepts."""

import importlib.util
import json
from pathlib import Path

import jsonschema
import pytest
import tomli

from framesage.api import check_text
from framesage.project.settings.schema import SETTINGS
from framesage.rulebase import load_rule_base
from framesage.severity import SEVERITIES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "server" / "framesage" / "schemas"
FILE = FOLDER / "settings.schema.json"
SCHEMA = json.loads(FILE.read_text(encoding="utf-8"))
VALID = {
    "no settings": "",
    "a framework": 'framework = "flask"',
    "a framework that a team added": 'framework = "litestar"',
    "a decision": 'decision = "2026-11-01: known by all of us"',
    "a description": 'description = "A shop"',
    "traits": "[traits]\nneeds-auth = true\nmvp = false",
    "dotted traits": "traits.needs-auth = true",
    "rules": '[rules]\ntwo-frameworks = "off"\ntwo-requirements-on-a-line = "warning"',
    "ignores": 'ignore = { two-frameworks = "They share nothing" }',
    "an ignore until a day": '[ignore]\ntwo-frameworks = { reason = "a", until = "2027-01-31" }',
    "an ignore until a date": '[ignore]\ntwo-frameworks = { reason = "a", until = 2027-01-31 }',
    "an ignore in a table": '[ignore.two-frameworks]\nreason = "a reason"',
    "severities by file": '[per-file."old/**"]\ntwo-frameworks = "error"',
    "a team's policy": 'require-reason = true\nbaseline = "known.json"',
    "paths": 'rule-paths = []\nexclude = ["old", "new/requirements.txt"]',
    "flags": 'layout = false\nreadme = true\ninlay-hints = true\nfail-on = "hint"',
}
INVALID = {
    "an unknown setting": 'framwork = "flask"',
    "a framework that is no name": "framework = true",
    "a trait that is no flag": '[traits]\nneeds-auth = "yes"',
    "an unknown severity": '[rules]\ntwo-frameworks = "fatal"',
    "an ignore without a reason": '[ignore]\ntwo-frameworks = " "',
    "an ignore that is a flag": "[ignore]\ntwo-frameworks = true",
    "an ignore table without a reason": '[ignore]\ntwo-frameworks = { until = "2027-01-31" }',
    "an ignore table with an unknown key": '[ignore]\ntwo-frameworks = { reason = "a", til = "a" }',
    "an ignore until no day": '[ignore]\ntwo-frameworks = { reason = "a", until = "May" }',
    "an empty ignore table": "[ignore]\ntwo-frameworks = {}",
    "an unknown severity by file": '[per-file.old]\ntwo-frameworks = "fatal"',
    "a severity by rule and not by file": '[per-file]\ntwo-frameworks = "off"',
    "a path that is no list": 'exclude = "old"',
    "a list of numbers": "rule-paths = [1]",
    "a flag that is a number": "layout = 0",
    "a severity that cannot fail": 'fail-on = "off"',
    "traits that are no table": "traits = true",
}


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    dates = jsonschema.FormatChecker(["date"])
    return jsonschema.Draft7Validator(SCHEMA, format_checker=dates)


def test_the_committed_schemas_are_up_to_date():
    path = ROOT / "docs" / "make_schemas.py"
    spec = importlib.util.spec_from_file_location("make_schemas", path)
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    texts = maker.schema_texts()
    assert texts.keys() == {path.name for path in FOLDER.iterdir()}
    for name, text in texts.items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, "run `make schema`"


def test_it_has_every_setting_trait_and_rule():
    rule_base, found = load_rule_base(), SCHEMA["properties"]
    assert found.keys() == SETTINGS.keys()
    assert found["traits"]["properties"].keys() == rule_base.traits.keys()
    assert found["rules"]["properties"].keys() >= {*rule_base.advice, *rule_base.guidance}
    assert found["ignore"]["properties"].keys() >= rule_base.advice.keys()
    assert SCHEMA["definitions"]["severity"]["enum"] == list(SEVERITIES)
    assert SCHEMA["$id"].endswith(f"/framesage/framesage/HEAD/{FILE.relative_to(ROOT).as_posix()}")


@pytest.mark.parametrize("text", VALID.values(), ids=VALID)
def test_valid_settings_validate(text, validator):
    validator.validate(as_json(text))
    if "litestar" not in text:  # no rules add it here
        assert not settings_errors(text)


@pytest.mark.parametrize("text", INVALID.values(), ids=INVALID)
def test_invalid_settings_do_not(text, validator):
    assert not validator.is_valid(as_json(text))
    assert settings_errors(text)


def test_programs_for_toml_accept_settings(lint):
    assert lint(FILE, by_file_name(VALID)) == ""


def test_programs_for_toml_report_every_mistake(lint):
    mistakes = by_file_name(INVALID)
    found = lint(FILE, mistakes)
    assert [name for name in mistakes if name not in found] == []


def as_json(text):
    """Return settings as a JSON Schema sees them: dates are strings."""
    return json.loads(json.dumps(tomli.loads(text), default=str))


def by_file_name(texts):
    return {f"{name.replace(' ', '-')}.toml": text for name, text in texts.items()}


def test_the_settings_of_the_examples_validate(validator):
    files = [
        path for path in (ROOT / "examples").glob("*/*.toml") if "framesage" in path.read_text()
    ]
    assert files
    for path in files:
        settings = tomli.loads(path.read_text(encoding="utf-8"))
        tool = settings.get("tool", {}).get("framesage")
        validator.validate(settings if path.name == "framesage.toml" else tool or {})


def settings_errors(text: str) -> list[str]:
    findings = check_text(text, "framesage.toml").findings
    return [finding.message for finding in findings if finding.rule == "settings"]
