"""What each kind of condition becomes."""

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
OTHERS = AnyOf((VINEGAR,), keep_false=False)
LOGIN = Observed(("package:salt-login", "package:salt-users"), label="login")
ADMIN = Observed(("package:salt-admin",), label="admin")

CASES = [
    ('"needs-auth"', AUTH),
    ('{ trait = "needs-auth", certainty = "high" }', Believed("trait:needs-auth", 0.8)),
    ('{ absent = "needs-auth", certainty = "low" }', Disbelieved("trait:needs-auth", 0.2)),
    ('{ package = "x" }', Observed(("package:x",))),
    ('{ package = ["x", "y"], version = ">=6" }', Observed(("package:x@>=6", "package:y@>=6"))),
    ('{ battery = "login" }', LOGIN),
    ('{ doubled = "login" }', Observed(("package:gate",), label="login")),
    ('{ plugin-of = "salt" }', Observed(("plugin:salt",))),
    ('{ release = "unsupported", of = "salt" }', Observed(("release:salt:unsupported",))),
    ('{ verdict = "salt" }', Observed(("verdict:salt:medium",))),
    ('{ verdict = "salt", certainty = "low" }', Observed(("verdict:salt:low",))),
    ('{ verdict = "either" }', Observed(("verdict:either",))),
    ('{ all = ["needs-auth", { package = "x" }] }', AllOf((AUTH, Observed(("package:x",))))),
    ('{ any = ["needs-auth"] }', AnyOf((AUTH,))),
    ('{ none = ["needs-auth"] }', NoneOf((AUTH,))),
    ('{ count = 2, of = "batteries" }', AtLeast((LOGIN, ADMIN), 2)),
    ('{ count = 1, of = ["needs-auth", { battery = "admin" }] }', AtLeast((AUTH, ADMIN), 1)),
    ('{ framework = "salt" }', AllOf((SALT, NoneOf((PEPPER,))))),
    ('{ framework = "both" }', AllOf((SALT, PEPPER))),
    ('{ framework = "none" }', NoneOf((SALT, PEPPER, OTHERS))),
    ('{ framework = "other" }', AllOf((OTHERS, NoneOf((SALT, PEPPER))))),
    (
        '{ framework = ["salt", "both"] }',
        AnyOf((AllOf((SALT, NoneOf((PEPPER,)))), AllOf((SALT, PEPPER)))),
    ),
    (
        '{ package = "x", none = ["needs-auth"] }',
        AllOf((Observed(("package:x",)), NoneOf((AUTH,)))),
    ),
]


@pytest.mark.parametrize(("written", "meant"), CASES, ids=[written for written, _ in CASES])
def test_a_condition_becomes_what_it_means(make, written, meant):
    rule_base = make(f"""[[derive]]
id = "x"
trait = "needs-admin"
strength = 0.5
when = {written}
why = "y"
references = ["guide:G01"]
""")
    assert rule_base.derivations[0].condition == meant
