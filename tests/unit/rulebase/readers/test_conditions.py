"""What each kind of condition becomes."""

from __future__ import annotations

import pytest

from framesage.inference import AllOf, AnyOf, AnyOfMany, AtLeast, Holds, NoneOf, Refuted, Seen

AUTH = Holds("trait:needs-auth", 0.5)
SALT, PEPPER, VINEGAR = (Holds(f"uses:{name}", 0.5) for name in ("salt", "pepper", "vinegar"))
OTHERS = AnyOfMany((VINEGAR,))
LOGIN = Seen(("package:salt-login", "package:salt-users"), label="login")
ADMIN = Seen(("package:salt-admin",), label="admin")

CASES = [
    ('"needs-auth"', AUTH),
    ('{ trait = "needs-auth", level = "high" }', Holds("trait:needs-auth", 0.8)),
    ('{ absent = "needs-auth", level = "low" }', Refuted("trait:needs-auth", 0.2)),
    ('{ package = "x" }', Seen(("package:x",))),
    ('{ package = ["x", "y"], version = ">=6" }', Seen(("package:x@>=6", "package:y@>=6"))),
    ('{ battery = "login" }', LOGIN),
    ('{ doubled = "login" }', Seen(("package:gate",), label="login")),
    ('{ plugin-of = "salt" }', Seen(("plugin:salt",))),
    ('{ release = "unsupported", of = "salt" }', Seen(("release:salt:unsupported",))),
    ('{ verdict = "salt" }', Seen(("verdict:salt:medium",))),
    ('{ verdict = "salt", level = "low" }', Seen(("verdict:salt:low",))),
    ('{ verdict = "either" }', Seen(("verdict:either",))),
    ('{ all = ["needs-auth", { package = "x" }] }', AllOf((AUTH, Seen(("package:x",))))),
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
        AllOf((Seen(("package:x",)), NoneOf((AUTH,)))),
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
