"""Reading conditions on where requirements stand, on their versions, and on patterns of names."""

from __future__ import annotations

import pytest

from framesage.inference import AllOf, NoneOf, Observed

RULE = """
[[rule]]
id = "advise"
title = "x"
message = "y"
why = "z"
severity = "hint"
references = ["guide:G01"]
when = {when}
{more}
"""
UNREAD = Observed(("unread",))


def query(*symbols, label=""):
    return Observed(tuple(f"requirement:{symbol}" for symbol in symbols), label=label)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('{ package = "x", where = "development" }', query("x;where=development")),
        ('{ package = "x", where = ["development", "runtime"] }',
         query("x;where=runtime,development")),
        ('{ package = "x", where = "any" }', query("x")),
        ('{ package = "x", where = ["runtime", "optional", "development"] }', query("x")),
        ('{ package = ["x", "salt-*"] }',
         query("x;where=runtime", "salt-*;where=runtime")),
        ('{ package = "x", group = "Web*" }', query("x;group=web*")),
        ('{ package = "x", extra = "postgres" }', query("x;extra=postgres")),
        ('{ package = "x", extra = "a", where = "optional" }', query("x;where=optional;extra=a")),
        ('{ package = "x", file = "requirements-prod*.txt" }',
         query("x;file=requirements-prod*.txt")),
        ('{ package = "x", specifier = "unpinned" }', query("x;where=runtime;specifier=unpinned")),
        ('{ package = "x", admits = "<2.0" }', query("x;where=runtime;admits=<2.0")),
        ('{ package = "salt-*", version = ">=6" }', query("salt-*;where=runtime;version=>=6")),
        ('{ package = "x", version = ">=6" }', Observed(("package:x@>=6",))),
        ('{ package = "*", except = ["salt", "our-*"] }',
         query("*;where=runtime;except=salt,our-*")),
        ('{ package = "*", except-set = "spices" }',
         query("*;where=runtime;except=cumin,salt-login")),
        ('{ package-set = "spices", where = "any" }', query("cumin", "salt-login")),
        ('{ package-for = "admin", where = "any" }', query("salt-admin", label="admin")),
        ('{ requires-python = "<3.9" }', Observed(("python:<3.9",))),
        ('{ project-name = ["*-API", "web"] }', Observed(("project:*-api", "project:web"))),
    ],
)  # fmt: skip
def test_conditions_are_read(make, written, meant):
    assert make(RULE.format(when=written, more="")).advice["advise"].condition == meant


def test_a_missing_requirement_is_only_known_if_everything_was_read(make):
    written = '{ none = [{ package = "x", where = "any" }] }'
    condition = make(RULE.format(when=written, more="")).advice["advise"].condition
    assert condition == NoneOf((query("x"), UNREAD))


def test_rules_of_any_project_are_about_requirements_whatever_the_framework(make):
    written = '{ package = "x", none = [{ package = "y" }] }'
    rule = make(RULE.format(when=written, more='scope = "any"')).advice["advise"]
    assert rule.of_any_project
    assert rule.condition == AllOf(
        (query("x;where=runtime"), NoneOf((query("y;where=runtime"), UNREAD)))
    )
    assert not make(RULE.format(when=written, more='scope = "web"')).advice["advise"].of_any_project


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('{ trait = "needs-auth", where = "any" }',
         "'where' needs 'package', 'package-set', 'package-for' or 'duplicate-of' beside it"),
        ('{ plugin-of = "salt", specifier = "pinned" }', "'specifier' needs 'package', "),
        ('{ package = "x", where = "develop" }',
         "unknown purpose of a list 'develop'; did you mean 'development'?"),
        ('{ package = "x", specifier = "unpined" }',
         "unknown kind of specifier 'unpined'; did you mean 'unpinned'?"),
        ('{ package = "x", admits = "two" }', "'two' is not a version specifier (PEP 440)"),
        ('{ package = "x", file = "a;b" }', "'file' must not contain ';'"),
        ('{ package = "Salt-*" }', "'Salt-*' is not a valid pattern"),
        ('{ package = "x", except = "Y" }', "write 'y' instead of 'Y'"),
        ('{ package = "x", except-set = "spice" }', "unknown package set 'spice'; did you mean"),
        ('{ requires-python = "3" }', "'3' is not a version specifier (PEP 440)"),
        ('{ package = "x", wher = "any" }', "unknown key 'wher'; did you mean 'where'?"),
    ],
)  # fmt: skip
def test_a_mistake_has_one_message(errors, written, message):
    (found,) = errors(RULE.format(when=written, more=""))
    assert found.partition(": ")[2].startswith(message)


def test_only_advice_has_a_scope(errors):
    guidance = RULE.replace('severity = "hint"', 'favors = "salt"\nstrength = "fair"')
    guidance = guidance.replace('message = "y"', "")
    (found,) = errors(guidance.format(when='"needs-auth"', more='scope = "any"'))
    assert "remove 'favors' and 'strength', or 'scope'" in found


def test_an_unknown_scope_is_reported(errors):
    (found,) = errors(RULE.format(when='"needs-auth"', more='scope = "all"'))
    assert "unknown scope 'all'; use 'web' or 'any'" in found
