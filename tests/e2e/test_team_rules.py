"""Rules of a team in an editor: for every project, by where requirements stand, and extensions."""

import pytest

from e2e.wire import Wire

RULES = """
[[extend]]
battery = "login"
packages = ["acme-auth"]

[[override]]
rule = "two-frameworks"
severity = "error"

[[rule]]
id = "acme-pin"
title = "Unpinned in production"
message = "Pin {package}."
why = "Releases must be repeatable."
severity = "warning"
scope = "any"
at = "matches"
references = ["https://acme.example/"]
[rule.when]
package = "*"
file = "requirements-prod*.txt"
specifier = "unpinned"
except = "acme-*"
"""
ERROR, WARNING = 1, 2


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


def shown(wire: Wire, uri: str, text: str, version: int) -> list[tuple[str, int, int]]:
    """Return the findings after an edit: rule, severity and line."""
    if version == 1:
        wire.open(uri, text)
    else:
        wire.change(uri, text, version)
    while (published := wire.published(uri))["version"] != version:
        pass
    return [
        (finding["code"], finding["severity"], finding["range"]["start"]["line"])
        for finding in published["diagnostics"]
    ]


def test_rules_of_a_team_follow_the_typing(wire, make_project, tmp_path):
    settings = 'rule-paths = ["team.toml"]\n'
    make_project(tmp_path, {"team.toml": RULES, "framesage.toml": settings})
    wire.initialize(tmp_path)
    uri = (tmp_path / "requirements-prod.txt").as_uri()
    worker = shown(wire, uri, "celery\n", 1)
    assert worker == [("acme-pin", WARNING, 0)]
    pinned = shown(wire, uri, "celery==5.4\nacme-x\nkombu>=5\n", 2)
    assert pinned == [("acme-pin", WARNING, 2)]
    both = shown(wire, uri, "flask==3.1.2\ndjango==5.2.8\n", 3)
    assert ("two-frameworks", ERROR) in {(rule, severity) for rule, severity, _ in both}
    assert "acme-pin" not in {rule for rule, *_ in both}


def test_a_package_of_a_team_stands_in_for_a_battery(wire, make_project, tmp_path):
    settings = 'rule-paths = ["team.toml"]\ntraits = { needs-auth = true }\n'
    make_project(tmp_path, {"team.toml": RULES, "framesage.toml": settings})
    wire.initialize(tmp_path)
    uri = (tmp_path / "requirements.txt").as_uri()
    assert "flask-without-accounts" in {rule for rule, *_ in shown(wire, uri, "flask\n", 1)}
    own = shown(wire, uri, "flask\nacme-auth\n", 2)
    assert "flask-without-accounts" not in {rule for rule, *_ in own}


@pytest.mark.parametrize("settings", [{"restricted": True}, {}], ids=["restricted", "trusted"])
def test_rules_that_an_untrusted_workspace_names_are_not_used(
    wire, make_project, tmp_path, settings
):
    make_project(
        tmp_path,
        {"rules/team.toml": RULES, "framesage.toml": 'rule-paths = ["rules"]\n', ".git/HEAD": ""},
    )
    wire.initialize(tmp_path, initializationOptions={"framesage": settings})
    uri = (tmp_path / "services" / "requirements-prod.txt").as_uri()
    found = shown(wire, uri, "celery\n", 1)
    assert found == ([] if settings else [("acme-pin", WARNING, 0)])
