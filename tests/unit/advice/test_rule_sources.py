"""Errors of packs are findings where the settings name them; packs bring severities."""

import pytest

from framesage.advice.builtin_rules import SETTINGS
from framesage.severity import Severity

RULE = """[[rule]]
id = "acme-no-six"
title = "No six"
severity = "hint"
at = "matches"
when = { package = "six" }
message = "Remove {packages}."
why = "We said so."
references = ["https://acme.example/"]
"""
PACK = '[pack]\nname = "acme"\nversion = "1"\n'


@pytest.fixture
def pack(tmp_path):
    """Write a pack beside the project."""

    def written(rules=RULE, more=""):
        folder = tmp_path / "packs" / "acme"
        folder.mkdir(parents=True)
        (folder / "pack.toml").write_text(PACK + more, encoding="utf-8")
        (folder / "six.toml").write_text(rules, encoding="utf-8")

    return written


def settings_of(assessment):
    return [
        (found.location.range.start, found.message)
        for found in assessment.findings
        if found.rule == SETTINGS.id
    ]


def severity_of(assessment, rule):
    (found,) = [finding for finding in assessment.findings if finding.rule == rule]
    return found.severity


def test_an_unset_variable_is_told_at_the_path(assess_project, monkeypatch):
    monkeypatch.delenv("ACME_HOME", raising=False)
    settings = 'rule-paths = [\n  "$ACME_HOME/rules",\n]\n'
    ((start, message),) = settings_of(assess_project("flask\n", framesage__toml=settings))
    assert start == (1, 2)
    assert message == "Set the environment variable ACME_HOME, which is in '$ACME_HOME/rules'."


def test_a_variable_that_is_set_leads_to_the_pack(assess_project, pack, tmp_path, monkeypatch):
    pack()
    monkeypatch.setenv("ACME_HOME", str(tmp_path / "packs"))
    found = assess_project("flask\nsix\n", framesage__toml='rule-paths = ["$ACME_HOME/acme"]\n')
    assert severity_of(found, "acme-no-six") is Severity.HINT


def test_an_error_names_the_file_as_the_path_is_written(assess_project, pack):
    pack(RULE.replace('"hint"', '"fatal"'))
    settings = 'rule-paths = ["./packs/acme"]\n'
    ((_, message),) = settings_of(assess_project("flask\n", framesage__toml=settings))
    assert message.startswith("Correct line 4 of 'packs/acme/six.toml': ")


def test_severities_of_a_pack_hold_below_those_of_the_project(assess_project, pack):
    pack(more='[severities]\nacme-no-six = "warning"\ntwo-frameworks = "hint"\n')
    text, settings = "flask\ndjango\nsix\n", 'rule-paths = ["packs/acme"]\n'
    found = assess_project(text, framesage__toml=settings)
    assert severity_of(found, "acme-no-six") is Severity.WARNING
    assert severity_of(found, "two-frameworks") is Severity.HINT
    own = '[rules]\nacme-no-six = "information"\n'
    found = assess_project(text, framesage__toml=settings + own)
    assert severity_of(found, "acme-no-six") is Severity.INFORMATION
    assert severity_of(found, "two-frameworks") is Severity.HINT


def test_an_unknown_rule_in_the_severities_of_a_pack_is_told(assess_project, pack):
    pack(more='[severities]\ntwo-framework = "hint"\n')
    found = assess_project("flask\nsix\n", framesage__toml='rule-paths = ["packs/acme"]\n')
    ((_, message),) = settings_of(found)
    assert "Correct line 5 of 'packs/acme/pack.toml': unknown rule 'two-framework'" in message
    assert severity_of(found, "acme-no-six") is Severity.HINT


@pytest.mark.parametrize(
    "source", ['rule-packs = ["acme-rules"]\n', 'extend = ["acme-rules"]\n', 'extend = "x.toml"\n']
)
def test_names_are_not_called_unknown_while_a_pack_is_missing(assess_project, source):
    settings = f'{source}rules.acme-no-six = "off"\n[ignore]\nacme-old = "We move in 2027."\n'
    requirements = "flask  # framesage: ignore[acme-no-six] a reason\n"
    assessment = assess_project(requirements, framesage__toml=settings)
    (found,) = assessment.findings
    assert found.rule == SETTINGS.id
    assert "acme-rules" in found.message or "x.toml" in found.message
