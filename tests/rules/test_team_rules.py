"""Rules of a team that extend and override the built-in ones, in whole projects."""

from __future__ import annotations

import pytest

from framesage.api import check
from framesage.cli import main

EXTEND = """
[[extend]]
battery = "login"
packages = ["acme-auth"]

[[extend]]
framework = "django"
plugins = ["acme-backoffice"]

[[extend]]
package-set = "flask-rate-limiters"
packages = ["acme-limiter"]
"""


@pytest.fixture
def assess(tmp_path):
    """Assess a project with these requirements, settings and team rules."""

    def assess(requirements, rules="", settings="", metadata=""):
        (tmp_path / "team.toml").write_text(rules, encoding="utf-8")
        project = tmp_path / "project"
        project.mkdir(exist_ok=True)
        text = f"""[project]
name = "example"
dependencies = {requirements!r}
{metadata}
[tool.framesage]
rule-paths = ["../team.toml"]
{settings}
"""
        (project / "pyproject.toml").write_text(text.replace("'", '"'), encoding="utf-8")
        (assessment,) = check(project)
        return assessment

    return assess


def rules(assessment):
    return {finding.rule for finding in assessment.findings}


def traits(assessment):
    return {found.trait.id: found.certainty for found in assessment.traits}


def test_a_login_package_of_a_team_stands_in_for_the_battery(assess):
    needs_auth = "traits = { needs-auth = true }"
    assert "flask-without-accounts" in rules(assess(["flask", "acme-auth"], settings=needs_auth))
    assert "flask-without-accounts" not in rules(assess(["flask", "acme-auth"], EXTEND, needs_auth))


def test_a_login_package_of_a_team_is_evidence_of_accounts(assess):
    assert "needs-auth" not in traits(assess(["flask", "acme-auth"]))
    known, own = assess(["flask", "flask-login"]), assess(["flask", "acme-auth"], EXTEND)
    for trait in ("needs-auth", "has-login"):
        assert traits(own)[trait] == traits(known)[trait]


def test_a_plugin_of_a_team_is_a_plugin(assess):
    assert "django-plugin-in-flask" not in rules(assess(["flask", "acme-backoffice"]))
    assert "django-plugin-in-flask" in rules(assess(["flask", "acme-backoffice"], EXTEND))


PLUGIN = """
[[extend]]
framework = "django"
plugins = ["acme-auth"]

[[extend]]
battery = "login"
packages = ["acme-auth"]
"""


def test_a_plugin_that_is_named_for_another_framework_counts_there(assess):
    needs_auth = "traits = { needs-auth = true }"
    left_over = assess(["flask", "acme-auth"], PLUGIN, needs_auth)
    assert {"django-plugin-in-flask", "flask-without-accounts"} <= rules(left_over)
    named = PLUGIN + 'for = ["flask", "django"]\n'
    found = rules(assess(["flask", "acme-auth"], named, needs_auth))
    assert "django-plugin-in-flask" in found
    assert "flask-without-accounts" not in found
    assert "needs-auth" not in traits(assess(["flask", "acme-auth"], PLUGIN))
    assert "needs-auth" in traits(assess(["flask", "acme-auth"], named))


def test_a_limiter_of_a_team_equals_the_known_one(assess):
    login = ["flask", "flask-login", "flask-sqlalchemy", "flask-wtf", "flask-bcrypt"]
    unlimited = "flask-login-without-throttling"
    assert unlimited in rules(assess([*login, "acme-limiter"]))
    assert unlimited not in rules(assess([*login, "acme-limiter"], EXTEND))


LIMITER = """
[[extend]]
battery = "rate-limiting"
packages = ["acme-limiter"]
"""


@pytest.mark.parametrize(
    ("requirements", "rule"),
    [
        (["flask", "flask-login", "flask-bcrypt"], "flask-login-without-throttling"),
        (["django", "django-crispy-forms"], "django-without-throttling"),
    ],
)
def test_a_limiter_added_to_the_battery_limits_logins(assess, requirements, rule):
    needs_auth = "traits = { needs-auth = true }"
    own = [*requirements, "acme-limiter"]
    assert rule in rules(assess(own, settings=needs_auth))
    assert rule not in rules(assess(own, LIMITER, needs_auth))


KIND = """
[[trait]]
id = "acme-internal"
title = "Internal tool"
description = "Only our own people use it."
references = ["https://wiki.acme.example/internal"]

[[kind]]
id = "acme-internal-tool"
heads = ["internal tool"]
is.strong = ["web-application", "acme-internal"]
"""


@pytest.mark.parametrize("text", ["Internal tool for the warehouse", "Our internal tools"])
def test_a_kind_of_a_team_takes_the_place_of_a_known_one(assess, text):
    metadata = f'description = "{text}"'
    assert "needs-auth" in traits(assess(["gunicorn"], metadata=metadata))
    found = traits(assess(["gunicorn"], KIND, metadata=metadata))
    assert "acme-internal" in found
    assert "needs-auth" not in found


def test_a_trait_is_switched_off(assess):
    off = '[[override]]\ntrait = "needs-auth"\noff = true\n'
    assert "needs-auth" in traits(assess(["flask", "flask-login"]))
    found = assess(["flask", "flask-login"], off)
    assert "needs-auth" not in traits(found)
    assert not any("accounts" in rule for rule in found.rule_base.guidance)


def test_declaring_a_trait_that_is_off_is_reported(assess):
    off = '[[override]]\ntrait = "needs-auth"\noff = true\n'
    found = assess(["flask"], off, "traits = { needs-auth = true }")
    (message,) = [item.message for item in found.findings if item.rule == "settings"]
    assert message == "remove 'needs-auth': a rule file switches this trait off"
    assert "needs-auth" not in traits(found)


def test_guidance_is_weighed_differently(assess):
    def score(rules=""):
        return assess(["flask", "flask-login"], rules).verdict.score

    change = '[[override]]\nrule = "accounts-favor-django"\n'
    assert score(change + 'strength = "slight"') < score() < score(change + 'strength = "strong"')
    reasons = assess(["flask", "flask-login"], change + "off = true").verdict.because
    assert "accounts-favor-django" not in {reason.source for reason in reasons}


def test_guidance_that_is_off_may_be_named_in_settings(assess):
    off = '[[override]]\nrule = "accounts-favor-django"\noff = true\n'
    settings = "rules = { accounts-favor-django = 'off' }"
    assert "settings" not in rules(assess(["flask"], off, settings))


def test_a_severity_of_guidance_in_settings_is_reported(assess):
    found = assess(["flask"], settings="rules = { accounts-favor-django = 'hint' }")
    (message,) = [item.message for item in found.findings if item.rule == "settings"]
    assert message.startswith("'accounts-favor-django' is guidance: it can only be \"off\"")


def test_advice_gets_another_severity_unless_settings_say_otherwise(assess):
    def severity(settings=""):
        change = '[[override]]\nrule = "django-plugin-in-flask"\nseverity = "hint"\n'
        found = assess(["flask", "django-crispy-forms"], change, settings).findings
        return [str(item.severity) for item in found if item.rule == "django-plugin-in-flask"]

    assert severity() == ["hint"]
    assert severity("rules = { django-plugin-in-flask = 'warning' }") == ["warning"]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("explain", "--rule", "accounts-favor-django"), "or a trait that it needs"),
        (("explain", "--trait", "needs-auth"), "'needs-auth' is off: a rule file switches it off"),
        (("ask", "--format", "json", "--answer", "needs-auth=yes"), "'needs-auth' is off"),
    ],
)
def test_what_is_off_is_not_called_unknown(assess, tmp_path, capsys, command, message):
    assess(["flask"], '[[override]]\ntrait = "needs-auth"\noff = true\n')
    first, *options = command
    assert main([first, str(tmp_path / "project"), *options]) == 2
    assert message in capsys.readouterr().err


def test_a_rule_shows_where_it_was_overridden(assess, tmp_path, capsys):
    change = '[[override]]\nrule = "accounts-favor-django"\nstrength = "slight"\n'
    assess(["flask"], change)
    project = str(tmp_path / "project")
    assert main(["rules", "show", "accounts-favor-django", "--project", project]) == 0
    assert f"Changed   {tmp_path / 'team.toml'}:1" in capsys.readouterr().out
