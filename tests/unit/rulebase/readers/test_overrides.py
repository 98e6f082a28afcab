"""Weighing and switching off what other rule files define."""

from __future__ import annotations

import pytest

from framesage.inference import AllOf, AnyOf, AtLeast, Believed, Disbelieved, NoneOf, Observed
from framesage.rulebase.absent_traits import without_propositions
from framesage.rulebase.builder import build
from framesage.rulebase.parsing import read_files

BASE = """
[[rule]]
id = "accounts-favor-pepper"
title = "x"
why = "z"
favors = "pepper"
strength = "fair"
when = "needs-auth"
references = ["guide:G01"]

[[rule]]
id = "salt-without-login"
title = "x"
message = "y"
why = "z"
severity = "hint"
when = { any = ["needs-auth", "needs-admin"] }
references = ["guide:G01"]

[[rule]]
id = "advise"
title = "x"
message = "y"
why = "z"
severity = "hint"
when = { all = ["web-application"], none = ["needs-auth"] }
references = ["guide:G01"]

[[derive]]
id = "staff-log-in"
trait = "needs-auth"
strength = "fair"
when = "needs-admin"
why = "staff log in"
references = ["guide:G01"]

[[exclusion]]
traits = ["needs-auth", "needs-admin"]
why = "so"

"""
ADMIN = Believed("trait:needs-admin", 0.5)


def override(target, change):
    return f"{BASE}[[override]]\n{target}\n{change}\n"


def test_guidance_gets_another_strength(make):
    found = make(override('rule = "accounts-favor-pepper"', 'strength = "strong"'))
    assert found.guidance["accounts-favor-pepper"].strength == 0.85
    assert {rule.strength for rule in found.program.rules["favors:pepper"]} == {0.85}


def test_advice_gets_another_severity(make):
    found = make(override('rule = "advise"', 'severity = "warning"'))
    assert found.advice["advise"].severity == "warning"


def test_guidance_and_derivations_are_switched_off(make):
    found = make(override('rule = "accounts-favor-pepper"', "off = true"))
    assert not found.guidance
    assert "favors:pepper" not in found.program.rules
    assert found.switched_off_ids("rule") == {"accounts-favor-pepper"}
    found = make(override('derivation = "staff-log-in"', "off = true"))
    assert not found.derivations


def test_advice_that_is_off_can_be_switched_on_in_settings(make):
    found = make(override('rule = "advise"', "off = true"))
    assert found.advice["advise"].severity == "off"
    assert not found.switched_off


def test_a_derivation_gets_another_strength(make):
    found = make(override('derivation = "staff-log-in"', "strength = 0.4"))
    assert found.derivations[0].strength == 0.4


def test_evidence_gets_another_strength(make):
    found = make(override('evidence = "login-packages"', 'strength = "weak"'))
    assert set(found.evidence_by_id["login-packages"].strengths.values()) == {0.35}


def test_some_facts_of_evidence_get_another_strength(make):
    change = 'packages = ["gate"]\nstrength = "strong"'
    found = make(override('evidence = "login-packages"', change)).evidence_by_id["login-packages"]
    assert found.strengths == {"package:salt-login": 0.9, "package:gate": 0.85}


def test_some_facts_of_evidence_are_switched_off(make):
    change = 'packages = ["gate"]\noff = true'
    found = make(override('evidence = "login-packages"', change)).evidence_by_id["login-packages"]
    assert found.strengths == {"package:salt-login": 0.9}


def test_evidence_is_switched_off(make):
    found = make(override('evidence = "login-packages"', "off = true"))
    assert not found.evidence
    assert found.switched_off_ids("evidence") == {"login-packages"}


def test_rules_that_need_a_trait_which_their_own_file_switches_off_are_reported(errors):
    found = errors(override('trait = "needs-auth"', "off = true"))
    assert [message.partition(": ")[2] for message in found] == [
        "'accounts-favor-pepper' needs 'needs-auth', which line 41 switches off"
    ]


def test_a_trait_is_switched_off_with_all_that_needs_it(make, tmp_path):
    make(BASE)
    (tmp_path / "team.toml").write_text('[[override]]\ntrait = "needs-auth"\noff = true\n')
    found = build(read_files(tmp_path / f"{name}.toml" for name in ("words", "rules", "team")))
    assert "needs-auth" not in found.traits
    assert not found.evidence
    assert not found.derivations
    assert not found.exclusions
    assert not found.guidance
    assert found.needs.keys() == {"admin", "sums"}
    assert found.switched_off_ids("rule") == {"accounts-favor-pepper"}
    assert found.advice["salt-without-login"].condition == AnyOf((ADMIN,))
    assert found.advice["advise"].condition.parts[-1] == NoneOf(())
    mentioned = [name for rule in found.all_rules() for name in rule.condition.propositions()]
    assert "trait:needs-auth" not in mentioned


A, B = Believed("trait:a", 0.5), Believed("trait:b", 0.5)
X = Observed(("package:x",))


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        (A, None),
        (Disbelieved("trait:a", 0.5), None),
        (B, B),
        (X, X),
        (AllOf((A, X)), None),
        (AllOf((B, X)), AllOf((B, X))),
        (AllOf(()), AllOf(())),
        (AnyOf((A, X)), AnyOf((X,))),
        (AnyOf((A, A)), None),
        (NoneOf((A, X)), NoneOf((X,))),
        (NoneOf((A,)), NoneOf(())),
        (NoneOf((AllOf((A, X)),)), NoneOf(())),
        (AtLeast((A, B, X), 2), AtLeast((B, X), 2)),
        (AtLeast((A, X), 2), None),
        (AllOf((AnyOf((A, B)), X)), AllOf((AnyOf((B,)), X))),
    ],
)
def test_conditions_lose_what_can_no_longer_hold(condition, left):
    assert without_propositions(condition, frozenset({"trait:a"})) == left


def test_of_two_files_the_last_one_counts(make, tmp_path):
    make(BASE)
    files = [tmp_path / "words.toml", tmp_path / "rules.toml"]
    for number, change in enumerate(("off = true", 'strength = "slight"')):
        files.append(tmp_path / f"team{number}.toml")
        files[-1].write_text(f'[[override]]\nrule = "accounts-favor-pepper"\n{change}\n')
    found = build(read_files(files))
    assert found.guidance["accounts-favor-pepper"].strength == 0.15
    assert not found.switched_off
    found = build(read_files([*files[:2], files[3], files[2]]))
    assert not found.guidance


@pytest.mark.parametrize(
    ("target", "change", "message"),
    [
        ('rule = "advice"', "off = true", ":1: unknown rule 'advice'; did you mean 'advise'?"),
        (
            'derivation = "staff-logs-in"',
            "off = true",
            ":1: unknown derivation 'staff-logs-in'; did you mean 'staff-log-in'?",
        ),
        ('evidence = "login"', "off = true", ":1: unknown evidence 'login'; did you mean "),
        (
            'trait = "need-auth"',
            "off = true",
            ":1: unknown trait 'need-auth'; did you mean 'needs-auth'?",
        ),
        ("", "off = true", ":3: give one of 'rule', 'evidence', 'derivation' or 'trait'"),
        (
            'rule = "advise"\ntrait = "needs-auth"',
            "off = true",
            ":1: give only one of 'rule' and 'trait'",
        ),
        ('rule = "advise"', "", ":3: give one of 'strength', 'severity' or 'off'"),
        (
            'rule = "advise"',
            'strength = "fair"',
            ":1: 'advise' is advice and has no strength: give it another 'severity', or say",
        ),
        (
            'rule = "accounts-favor-pepper"',
            'severity = "hint"',
            ":1: 'accounts-favor-pepper' reports no findings and has no severity: give it another",
        ),
        (
            'rule = "advise"',
            'severity = "hint"\noff = true',
            ":1: give either 'severity' or 'off'",
        ),
        ('rule = "advise"', 'severity = "hnt"', ":1: unknown severity 'hnt'; did you mean 'hint'?"),
        (
            'derivation = "staff-log-in"',
            'strength = "stong"',
            ":1: unknown strength 'stong'; did you mean 'strong'?",
        ),
        ('rule = "advise"', "off = false", ":1: leave out the table instead of 'off = false'"),
        ('rule = "advise"', "of = true\noff = true", ":1: unknown key 'of'"),
        (
            'trait = "needs-auth"',
            "strength = 0.5",
            ":1: a trait has no strength: it can only be switched off",
        ),
        ('trait = "needs-auth"', "", ":3: give one of 'strength', 'severity' or 'off'"),
        (
            'trait = "web-application"',
            "off = true",
            ":1: 'web-application' cannot be off: without it, no project gets advice",
        ),
        (
            'evidence = "login-packages"',
            'packages = ["gait"]\noff = true',
            ":13: 'gait' is not in 'login-packages'",
        ),
        (
            'rule = "advise"',
            'off = true\n[[override]]\nrule = "advise"\nseverity = "hint"',
            ":1: 'advise' is already overridden in line ",
        ),
    ],
)
def test_a_mistake_has_one_message(errors, target, change, message):
    (found,) = errors(override(target, change))
    assert found[found.index(":") :].startswith(message)
