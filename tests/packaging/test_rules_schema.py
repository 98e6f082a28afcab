"""The published schema of rule files: validators and editors of TOML accept what Framesage does."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import tomli

from framesage.rulebase import RuleBaseError, load_rule_base
from framesage.rulebase.paths import all_files

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "server" / "framesage" / "schemas" / "rules.schema.json"
PACKS = [path.parent for path in (ROOT / "examples").rglob("pack.toml")]
FILES = all_files([ROOT / "rules", *sorted(PACKS)])

RULE = """\
[[rule]]
id = "acme-accounts"
title = "Accounts"
why = "Django includes accounts."
when = "needs-auth"
favors = "django"
strength = "fair"
references = ["guide:G12"]
"""
ADVICE = """\
[[rule]]
id = "acme-binary"
title = "Build it"
why = "Binaries are for development."
message = "Require psycopg2 instead of {package}."
severity = "warning"
at = "matches"
when = { package = "psycopg2-binary", version = ">=2", framework = ["flask", "none"] }
references = ["https://www.psycopg.org/docs/install.html"]
[[rule.test]]
name = "binary"
requirements = ["flask", "psycopg2-binary"]
groups = { web = ["django"] }
traits = { needs-auth = true }
today = 2026-01-31
wanted = true
"""
EVIDENCE = """\
[[evidence]]
id = "acme-login"
trait = "needs-auth"
why = "logs employees in"
packages.strong = ["acme-auth"]
packages.acme-sso = 0.7
"""
EXTEND = """\
[[extend]]
battery = "login"
packages = ["acme-auth"]
"""
OVERRIDE = """\
[[override]]
rule = "accounts-favor-django"
strength = "slight"
"""
PACK = """\
[pack]
name = "acme-rules"
version = "1.0"
requires-framesage = ">=0.1"
"""
VALID = {
    "guidance": RULE,
    "advice": ADVICE,
    "evidence": EVIDENCE,
    "an addition": EXTEND,
    "an override": OVERRIDE,
    "defaults": '[defaults]\nframework = "flask"\nnone = ["mvp", { package = "x" }]\n' + ADVICE,
    "a nested condition": RULE.replace(
        '"needs-auth"', '{ count = 1, of = [{ any = ["needs-auth", { absent = "mvp" }] }] }'
    ),
    "a pack": PACK + '[severities]\ntwo-frameworks = "off"\n',
    "a number as strength": RULE.replace('"fair"', "0.4"),
}
INVALID = {
    "an unknown table": "[[rules]]\n" + RULE.partition("\n")[2],
    "a table that is no array": RULE.replace("[[rule]]", "[rule]"),
    "an unknown key": RULE.replace("why", "wyh"),
    "a missing key": RULE.replace('title = "Accounts"\n', ""),
    "an empty text": RULE.replace('"Accounts"', '" "'),
    "a text that is a number": RULE.replace('"Accounts"', "7"),
    "an id in capitals": RULE.replace('"acme-accounts"', '"Acme_Accounts"'),
    "an unknown word for a strength": RULE.replace('"fair"', '"fairly"'),
    "a strength of one": RULE.replace('"fair"', "1.0"),
    "no references": RULE.replace('"guide:G12"', ""),
    "a reference that is no page": RULE.replace("guide:G12", "http://example.org"),
    "guidance and advice": RULE + 'severity = "hint"\nmessage = "Do it."\n',
    "half of guidance": RULE.replace('strength = "fair"\n', ""),
    "neither guidance nor advice": RULE.replace('favors = "django"\nstrength = "fair"\n', ""),
    "a fix of guidance": RULE + 'fix = { add = "django" }\n',
    "an unknown severity": ADVICE.replace('"warning"', '"fatal"'),
    "an unknown location": ADVICE.replace('"matches"', '"everywhere"'),
    "two fixes at once": ADVICE.replace(
        'at = "matches"', 'fix = { add = "x", remove = "matches" }'
    ),
    "an empty condition": RULE.replace('"needs-auth"', "{}"),
    "an unknown key of a condition": ADVICE.replace("version =", "versions ="),
    "a version without a package": ADVICE.replace('package = "psycopg2-binary", ', ""),
    "a count without conditions": RULE.replace('"needs-auth"', "{ count = 2 }"),
    "an unknown certainty": RULE.replace('"needs-auth"', '{ trait = "mvp", certainty = "sure" }'),
    "a package that is not normalized": ADVICE.replace('"psycopg2-binary",', '"Psycopg2_Binary",'),
    "a mistake inside conditions": RULE.replace('"needs-auth"', '{ all = [{ nonne = ["mvp"] }] }'),
    "an unknown key of a test": ADVICE.replace("traits =", "trait ="),
    "a test without an outcome": ADVICE.replace("wanted = true\n", ""),
    "an outcome that is no flag": ADVICE.replace("wanted = true", 'wanted = "yes"'),
    "a trait that is no flag": ADVICE.replace("needs-auth = true", "needs-auth = 1"),
    "a date that is none": ADVICE.replace("2026-01-31", "31"),
    "an unknown strength of evidence": EVIDENCE.replace("strong", "stronk"),
    "evidence without facts": EVIDENCE.partition("packages")[0],
    "an addition to nothing": EXTEND.replace('battery = "login"\n', ""),
    "an addition to two": EXTEND + 'package-set = "flask-kits"\n',
    "a pack without a name": PACK.replace('name = "acme-rules"\n', ""),
    "a pack with a version that is a number": PACK.replace('"1.0"', "1.0"),
    "an unknown severity of a pack": PACK + '[severities]\ntwo-frameworks = "fatal"\n',
    "an override without effect": OVERRIDE.replace('strength = "slight"\n', ""),
}


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(FILE.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))


def test_the_address_of_the_schema_is_that_of_its_file(validator):
    assert validator.schema["$id"].endswith(f"/HEAD/{FILE.relative_to(ROOT).as_posix()}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_rule_files_of_framesage_validate(path, validator):
    validator.validate(without_dates(tomli.loads(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("text", VALID.values(), ids=VALID)
def test_valid_rules_validate(text, validator, tmp_path):
    validator.validate(without_dates(tomli.loads(text)))
    load_rule_base((written(tmp_path, text),))


@pytest.mark.parametrize("text", INVALID.values(), ids=INVALID)
def test_invalid_rules_do_not(text, validator, tmp_path):
    assert not validator.is_valid(without_dates(tomli.loads(text)))
    with pytest.raises(RuleBaseError):
        load_rule_base((written(tmp_path, text),))


def test_programs_for_toml_accept_rule_files(lint):
    own = {f"{path.parent.name}-{path.name}": path.read_text(encoding="utf-8") for path in FILES}
    assert lint(FILE, {**own, **by_file_name(VALID)}) == ""


def test_programs_for_toml_report_every_mistake(lint):
    mistakes = by_file_name(INVALID)
    found = lint(FILE, mistakes)
    assert [name for name in mistakes if name not in found] == []


def by_file_name(texts):
    return {f"{name.replace(' ', '-')}.toml": text for name, text in texts.items()}


def written(folder, text):
    """Write a file of a pack; return what to load."""
    is_pack = text.startswith("[pack]")
    path = folder / ("pack.toml" if is_pack else "rules.toml")
    path.write_text(text, encoding="utf-8")
    return folder if is_pack else path


def without_dates(value):
    """Return TOML as a JSON Schema sees it: dates are strings."""
    if isinstance(value, dict):
        return {key: without_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
