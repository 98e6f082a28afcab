"""Reading conditions."""

from __future__ import annotations

import pytest

from framesage.inference import (
    AllOf,
    AnyOf,
    AtLeast,
    Believed,
    Disbelieved,
    NoneOf,
    Observed,
)

AUTH = Believed("trait:needs-auth", 0.5)
SALT, PEPPER, VINEGAR = (Believed(f"uses:{name}", 0.5) for name in ("salt", "pepper", "vinegar"))
IS_SALT = AllOf((SALT, NoneOf((PEPPER,))))
OTHERS = AnyOf((VINEGAR,), keep_false=False)
LOGIN = Observed(("package:salt-login", "package:salt-users"), label="login")
ADMIN = Observed(("package:salt-admin",), label="admin")
PLUGIN = Observed(("plugin:salt",))
UNREAD = Observed(("unread",))

CASES = [
    ('"needs-auth"', AUTH),
    ('{ trait = "needs-auth", certainty = "high" }', Believed("trait:needs-auth", 0.8)),
    ('{ absent = "needs-auth", certainty = "low" }', Disbelieved("trait:needs-auth", 0.2)),
    ('{ package = "x" }', Observed(("package:x",))),
    ('{ package-set = "spices" }', Observed(("package:cumin", "package:salt-login"))),
    ('{ package = ["x", "y"], version = ">=6" }', Observed(("package:x@>=6", "package:y@>=6"))),
    ('{ layout = "python-files>100" }', Observed(("layout:python-files>100",))),
    ('{ package-for = "login" }', LOGIN),
    ('{ package-for = "sums" }', Observed(("package:abacus",), label="sums")),
    ('{ duplicate-of = "login" }', Observed(("package:gate",), label="login")),
    ('{ plugin-of = "salt" }', Observed(("plugin:salt",))),
    ('{ release = "unsupported", of = "salt" }', Observed(("release:salt:unsupported",))),
    ('{ verdict = "salt" }', Observed(("verdict:salt:medium",))),
    ('{ verdict = "salt", certainty = "low" }', Observed(("verdict:salt:low",))),
    ('{ verdict = "either" }', Observed(("verdict:either",))),
    ('{ all = ["needs-auth", { package = "x" }] }', AllOf((AUTH, Observed(("package:x",))))),
    ('{ any = ["needs-auth"] }', AnyOf((AUTH,))),
    ('{ none = ["needs-auth"] }', NoneOf((AUTH,))),
    ('{ none = [{ package-for = "admin" }] }', NoneOf((ADMIN,))),
    ('{ count = 2, of = "batteries" }', AtLeast((LOGIN, ADMIN), 2)),
    ('{ count = 1, of = ["needs-auth", { package-for = "admin" }] }', AtLeast((AUTH, ADMIN), 1)),
    ('{ framework = "salt" }', AllOf((SALT, NoneOf((PEPPER,))))),
    ('{ framework = "any" }', AnyOf((SALT, PEPPER))),
    ('{ framework = "both" }', AtLeast((SALT, PEPPER), 2)),
    ('{ framework = "none" }', NoneOf((SALT, PEPPER, OTHERS))),
    ('{ framework = "other" }', AllOf((OTHERS, NoneOf((SALT, PEPPER))))),
    (
        '{ framework = ["salt", "both"] }',
        AnyOf((AllOf((SALT, NoneOf((PEPPER,)))), AtLeast((SALT, PEPPER), 2))),
    ),
    (
        '{ package = "x", none = ["needs-auth"] }',
        AllOf((Observed(("package:x",)), NoneOf((AUTH,)))),
    ),
]


@pytest.mark.parametrize(("written", "meant"), CASES, ids=[written for written, _ in CASES])
def test_conditions_are_read(make, written, meant):
    rule_base = make(f"""[[derive]]
id = "x"
trait = "needs-admin"
strength = 0.5
when = {written}
why = "y"
references = ["guide:G01"]
""")
    assert rule_base.derivations[0].condition == meant


RULE = """
[[rule]]
id = "advise"
title = "x"
message = "y"
why = "z"
severity = "hint"
when = {when}
references = ["guide:G01"]
"""


@pytest.mark.parametrize(
    ("when", "meant"),
    [
        ('"needs-auth"', AllOf((IS_SALT, AUTH, NoneOf((ADMIN, UNREAD))))),
        ('{ framework = "both" }', AllOf((AtLeast((SALT, PEPPER), 2), NoneOf((ADMIN, UNREAD))))),
        ('{ none = ["needs-auth"] }', AllOf((IS_SALT, NoneOf((AUTH, ADMIN, UNREAD))))),
    ],
)
def test_defaults_apply_to_the_rules_of_their_file(make, when, meant):
    defaults = '[defaults]\nframework = "salt"\nnone = [{ package-for = "admin" }]\n'
    assert make(defaults + RULE.format(when=when)).advice["advise"].condition == meant


@pytest.mark.parametrize(
    ("when", "meant"),
    [
        ('{ none = [{ package-for = "admin" }] }', NoneOf((ADMIN, UNREAD))),
        ('{ none = [{ any = [{ plugin-of = "salt" }] }] }', NoneOf((AnyOf((PLUGIN,)), UNREAD))),
        ('{ none = ["needs-auth"] }', NoneOf((AUTH,))),
        ('{ framework = "none" }', NoneOf((SALT, PEPPER, OTHERS, UNREAD))),
    ],
)
def test_advice_on_what_is_missing_requires_that_everything_was_read(make, when, meant):
    assert make(RULE.format(when=when)).advice["advise"].condition == meant


def test_some_batteries_count_as_large(make):
    rule_base = make(RULE.format(when='{ count = 1, of = "large-batteries" }'))
    assert rule_base.advice["advise"].condition == AtLeast((ADMIN,), 1)
