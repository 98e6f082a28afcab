"""Mistakes that people make in rules of their own: one cause, one message, and what to do."""

from __future__ import annotations

import pytest

from framesage.rulebase import RuleBaseError, load_rule_base

GUIDANCE = """\
[[rule]]
id = "acme-tools-favor-flask"
title = "Internal tools are small"
why = "Our tools are small."
when = "mvp"
favors = "flask"
strength = "fair"
references = ["https://acme.example/tools"]

[[rule.test]]
name = "a tool"
traits = { mvp = true }
wanted = true
"""
ADVICE = """\
[[rule]]
id = "acme-no-psycopg2-binary"
title = "The binary package is for development"
message = "Replace {package} with psycopg."
why = "The documentation says so."
severity = "warning"
at = "matches"
fix = { remove = "matches" }
references = ["https://www.psycopg.org/docs/install.html"]
when = { framework = "flask", package = "psycopg2-binary" }

[[rule.test]]
name = "both"
requirements = ["flask>=3", "psycopg2-binary"]
wanted = true
"""
EVIDENCE = """\
[[evidence]]
id = "acme-auth"
trait = "has-login"
why = "is our login"
[evidence.packages]
strong = ["acme-auth"]
"""
SEVERITIES = "'off', 'hint', 'information', 'warning' or 'error'"
STATES = "'flask', 'django', "
STRENGTHS = "'conclusive', 'strong', 'fair', 'weak' or 'slight'"

MISTAKES = [
    # names: the closest one, or all that are allowed
    (ADVICE, '"warning"', '"fatal"', f"6:1: unknown severity 'fatal'; use {SEVERITIES}"),
    (ADVICE, '"warning"', '"warn"', "6:1: unknown severity 'warn'; did you mean 'warning'?"),
    (ADVICE, '"matches"\n', '"line"\n', "7:1: unknown location 'line'; use 'framework', 'head',"),
    (ADVICE, "{package}", "{pkgs}", "4:1: unknown placeholder 'pkgs'; use 'packages', 'package',"),
    (ADVICE, "{package}", "{packges}", "unknown placeholder 'packges'; did you mean 'packages'?"),
    (ADVICE, '"flask",', '"falsk",', "10:10: unknown framework 'falsk'; did you mean 'flask'?"),
    (ADVICE, '"flask",', '"x",', f"10:10: unknown framework 'x'; use {STATES}"),
    (ADVICE, '"flask",', '"fastapi",', f"10:10: 'fastapi' is not a candidate here; use {STATES}"),
    (ADVICE, "psycopg2-binary\" }", 'x", package-for = "auth" }',
     "10:46: unknown need 'auth'; use 'login', 'accounts', 'tokens',"),
    (ADVICE, "psycopg2-binary\" }", 'x", package-for = "logins" }',
     "10:46: unknown need 'logins'; did you mean 'login'?"),
    (ADVICE, "psycopg2-binary\" }", 'x", package-set = "limiters" }',
     "10:46: unknown package set 'limiters'; "),
    (GUIDANCE, '"flask"', '"fastapi"', "6:1: 'fastapi' is not a candidate here; use 'flask' or"),
    (GUIDANCE, '"flask"', '"rails"', "6:1: unknown framework 'rails'; use 'flask' or 'django'"),
    (GUIDANCE, '"fair"', '"much"', f"7:1: unknown strength 'much'; use {STRENGTHS}"),
    (GUIDANCE, '"fair"', "2", f"7:1: 'strength' must be a number between 0 and 1, or {STRENGTHS}"),
    (GUIDANCE, '"mvp"', '"x"', "5:1: unknown trait 'x'; see `framesage rules traits`"),
    (EVIDENCE, "strong", "stronk", "6:1: unknown strength 'stronk'; did you mean 'strong'?"),
    # keys
    (GUIDANCE, "favors", "favours", "6:1: unknown key 'favours'; did you mean 'favors'?"),
    (GUIDANCE, "strength", "weight", "7:1: unknown key 'weight'; use 'strength'"),
    (ADVICE, "severity", "level", "6:1: unknown key 'level'; use 'severity'"),
    (ADVICE, "references", "reference", "9:1: unknown key 'reference'; did you mean 'references'?"),
    (ADVICE, "wanted", "expected", "15:1: unknown key 'expected'; use 'wanted'"),
    (ADVICE, "{ framework", "{ not", "10:10: unknown key 'not'; use none = [...]"),
    (ADVICE, "package =", "battery =", "10:31: unknown key 'battery'; use 'package-for'"),
    (ADVICE, "package =", "colour =", "10:31: unknown key 'colour'; use 'absent', 'admits', "),
    # what is missing
    (ADVICE, 'references = ["https://www.psycopg.org/docs/install.html"]\n', "",
     "1:3: 'references' is missing: a list of https pages, or of 'guide:G01'"),
    (ADVICE, 'severity = "warning"\n', "", f"1:3: 'severity' is missing: {SEVERITIES}"),
    (ADVICE, 'title = "The binary package is for development"\n', "",
     "1:3: 'title' is missing: a string"),
    (ADVICE, "wanted = true\n", "", "12:3: 'wanted' is missing: true or false"),
    (GUIDANCE, 'when = "mvp"\n', "", "1:3: 'when' is missing: a condition"),
    (GUIDANCE, 'strength = "fair"\n', "",
     f"1:3: 'strength' is missing: a number between 0 and 1, or {STRENGTHS}"),
    (GUIDANCE, 'favors = "flask"\nstrength = "fair"\n', "",
     "1:3: a rule needs 'favors' and 'strength' to favor a framework, or 'severity' and 'message'"),
    # two kinds of rule in one
    (GUIDANCE, 'strength = "fair"', 'severity = "hint"\nmessage = "Use it."\nat = "head"',
     "7:1: a rule cannot both favor a framework and report a finding: remove 'favors', or"),
    # tests
    (ADVICE, '"flask>=3"', '"flask = 3"',
     "14:17: 'flask = 3' is not a requirement (PEP 508), like 'flask>=3'"),
    (ADVICE, "requirements = [", 'groups = { web = ["a b"] }\nrequirements = [',
     "14:19: 'a b' is not a requirement (PEP 508)"),
    (ADVICE, "requirements = [", 'today = "2026-01-01"\nrequirements = [',
     "14:1: 'today' must be a date without quotation marks, like 2026-04-30"),
    (ADVICE, "[[rule.test]]", "[rule.test]",
     "12:2: write 'test' as an array of tables: [[rule.test]]"),
    # packages
    (ADVICE, '"psycopg2-binary" }', '"Psycopg2_Binary" }',
     "write 'psycopg2-binary' instead of 'Psycopg2_Binary': package names must be normalized"),
    (EVIDENCE, '["acme-auth"]', '["acme-*"]',
     "6:11: 'acme-*' is not a package name; wildcards are only allowed in "),
    (ADVICE, '"psycopg2-binary" }', '"flask>=3" }',
     "10:31: 'flask>=3' is more than a package name; write 'flask'"),
    (ADVICE, '"psycopg2-binary" }', '"x", version = "3" }',
     "10:46: '3' is not a version specifier (PEP 440), like '>=3'"),
    # values of another type
    (ADVICE, '{ remove = "matches" }', '"flask-talisman"',
     "8:1: 'fix' must be a table, such as { add = 'package' }"),
    (ADVICE, "remove =", "delete =", "8:9: unknown key 'delete'; use 'add', 'remove' or 'require'"),
    (ADVICE, '["https://www.psycopg.org/docs/install.html"]', '"https://www.psycopg.org/"',
     "9:1: 'references' must be a list of https pages, or of 'guide:G01'"),
    (ADVICE, "wanted = true", 'wanted = "yes"', "15:1: 'wanted' must be true or false"),
    (GUIDANCE, '"mvp"\nfavors', '["mvp", "enterprise"]\nfavors',
     "5:1: write several conditions as all = [...], any = [...] or none = [...]"),
    (GUIDANCE, '"mvp"\nfavors', '{ count = 3 }\nfavors',
     "5:10: 'count' needs 'of' beside it"),
    # ids that exist
    (ADVICE, "acme-no-psycopg2-binary", "flask-unsupported",
     "2:1: rule 'flask-unsupported' is built in: use [[override]] to change it"),
    (EVIDENCE, 'id = "acme-auth"', 'id = "login-packages"',
     "2:1: evidence 'login-packages' is built in: use [[extend]] or [[override]] to change it"),
    (GUIDANCE, GUIDANCE, GUIDANCE + GUIDANCE,
     "15:1: rule 'acme-tools-favor-flask' is already defined in rules.toml, line 1"),
    # syntax
    (ADVICE, 'so."', "so.",
     "5:34: invalid TOML: the string is not closed: add the closing quotation mark"),
    (ADVICE, '"matches"\n', "matches\n", "7:6: invalid TOML: not a value: put text in quotation"),
    (ADVICE, 'id = "', 'id "', "2:4: invalid TOML: '=' is missing after the key"),
    (ADVICE, '"psycopg2-binary"]', '"psycopg2-binary"',
     "15:1: invalid TOML: the list is not closed: add ']', or ',' between its items"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pack", "right", "wrong", "message"),
    MISTAKES,
    ids=[case[2][:30] + case[3] for case in MISTAKES],
)
def test_a_mistake_is_told_once_with_its_place_and_remedy(tmp_path, pack, right, wrong, message):
    assert right in pack
    path = tmp_path / "rules.toml"
    path.write_text(pack.replace(right, wrong), encoding="utf-8")
    with pytest.raises(RuleBaseError) as caught:
        load_rule_base([path])
    (error,) = caught.value.errors
    assert error.path == path
    assert message in f"{error.line}:{error.column}: {error.message}"


def test_the_rules_without_a_mistake_load(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(GUIDANCE + ADVICE + EVIDENCE, encoding="utf-8")
    assert "acme-no-psycopg2-binary" in load_rule_base([path]).advice


def test_each_missing_id_is_an_error_of_its_own(tmp_path):
    path = tmp_path / "own.toml"
    without = GUIDANCE.replace('id = "acme-tools-favor-flask"\n', "")
    path.write_text(without + without, encoding="utf-8")
    with pytest.raises(RuleBaseError) as caught:
        load_rule_base([path])
    assert [error.message for error in caught.value.errors] == ["'id' is missing: a string"] * 2
