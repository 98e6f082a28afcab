"""What the checks find, and what they leave alone."""

from __future__ import annotations

import pytest

from framesage.rulebase.checks import find_issues

SHOWN = """
[[evidence]]
id = "servers"
trait = "web-application"
why = "serves"
[evidence.packages]
server = 0.9

[[evidence]]
id = "admins"
trait = "needs-admin"
why = "gives staff a back office"
[evidence.packages]
salt-admin = 0.9
"""

TESTS = """
[[rule.test]]
name = "fires"
requirements = ["salt-login"]
wanted = true
[[rule.test]]
name = "is silent"
wanted = false
"""


def advice(name: str, when: str) -> str:
    return f"""
[[rule]]
id = "{name}"
title = "x"
why = "y"
severity = "hint"
message = "z"
when = {when}
references = ["guide:G01"]
{TESTS}"""


def guidance(name: str, when: str, favors: str = "pepper", weight: float = 0.5) -> str:
    return f"""
[[rule]]
id = "{name}"
title = "x"
why = "y"
favors = "{favors}"
strength = {weight}
when = {when}
references = ["guide:G01"]
{TESTS}"""


def derive(name: str, when: str, *, against: bool = False) -> str:
    return f"""
[[derive]]
id = "{name}"
trait = "web-application"
strength = 0.5
against = {str(against).lower()}
when = {when}
why = "y"
references = ["guide:G01"]
"""


USED = advice("uses-all", '{ any = ["needs-auth", "needs-admin"] }')
RIGHT = SHOWN + USED


@pytest.fixture
def remarks(make):
    def remarks_on(more: str) -> list[tuple[str, str]]:
        return [(one.check, one.message) for one in find_issues(make(more))]

    return remarks_on


def test_a_rule_base_without_faults_gets_no_remarks(remarks):
    assert remarks(RIGHT) == []


CONTRADICTORY = [
    '{ all = ["needs-auth"], none = ["needs-auth"] }',
    '{ all = [{ trait = "needs-auth", certainty = "high" }], none = ["needs-auth"] }',
    '{ trait = "needs-auth", absent = "needs-auth" }',
    '{ package = "x", none = [{ package = ["x", "y"] }] }',
    '{ framework = "salt", all = [{ framework = "pepper" }] }',
    '{ framework = "none", all = [{ framework = ["salt", "pepper"] }] }',
    '{ battery = "login", none = [{ count = 1, of = "batteries" }] }',
    '{ all = ["needs-auth", "needs-admin"], none = [{ all = ["needs-admin", "needs-auth"] }] }',
    '{ any = [{ package = "x" }, { package = "y" }], none = [{ package = ["x", "y"] }] }',
]


@pytest.mark.parametrize("when", CONTRADICTORY)
def test_a_condition_that_excludes_what_it_asks_for(remarks, when):
    found = remarks(RIGHT + advice("odd", when))
    assert ("contradictory", "'odd' can never hold") in [(c, m[:20]) for c, m in found]


CONSISTENT = [
    '{ all = ["needs-auth"], none = [{ trait = "needs-auth", certainty = "high" }] }',
    '{ package = ["x", "y"], none = [{ package = "x" }] }',
    '{ all = ["needs-auth"], none = [{ all = ["needs-auth", "needs-admin"] }] }',
    '{ framework = ["salt", "pepper"], none = [{ framework = "salt" }] }',
    '{ count = 1, of = "batteries", none = [{ battery = "login" }] }',
]


@pytest.mark.parametrize("when", CONSISTENT)
def test_a_condition_that_only_narrows_is_fine(remarks, when):
    assert remarks(RIGHT + advice("narrow", when)) == []


def test_a_threshold_that_no_evidence_reaches(remarks):
    weak = RIGHT.replace("salt-admin = 0.9", "salt-admin = 0.6")
    high = advice("high", '{ trait = "needs-admin", certainty = "high" }')
    assert remarks(weak + high) == [
        ("unreachable", "'high' can never hold: no evidence can establish 'needs-admin'")
    ]
    second = SHOWN[SHOWN.index('[[evidence]]\nid = "admins"') :]
    second = second.replace("salt-admin", "other-admin").replace("admins", "more-admins")
    assert remarks(weak + high + second) == []


def test_what_only_counts_against_cannot_be_reached(remarks):
    found = remarks(RIGHT + advice("refuted", '{ absent = "needs-admin" }'))
    assert [check for check, _ in found] == ["unreachable"]
    against = (
        SHOWN.replace('why = "gives', 'against = true\nwhy = "gives')
        .replace("salt-a", "no-a")
        .replace("admins", "against")
    )
    against = against[against.index('[[evidence]]\nid = "against"') :]
    assert remarks(RIGHT + against + advice("refuted", '{ absent = "needs-admin" }')) == []


def test_guidance_that_adds_nothing_to_stronger_guidance(remarks):
    broad = guidance("broad", '"needs-auth"', weight=0.5)
    narrow = guidance("narrow", '{ all = ["needs-auth", "needs-admin"] }', weight=0.4)
    assert [check for check, _ in remarks(RIGHT + broad + narrow)] == ["subsumed"]
    stronger = narrow.replace("strength = 0.4", "strength = 0.6")
    assert remarks(RIGHT + broad + stronger) == []


def test_the_same_condition_with_opposite_conclusions(remarks):
    one = guidance("one", '{ all = ["needs-auth", "needs-admin"] }')
    other = guidance("other", '{ all = ["needs-admin", "needs-auth"] }', favors="salt")
    assert [check for check, _ in remarks(RIGHT + one + other)] == ["opposite"]
    derived = derive("d1", '"needs-auth"') + derive("d2", '"needs-auth"', against=True)
    assert [check for check, _ in remarks(RIGHT + derived)] == ["opposite"]


@pytest.mark.parametrize(("wanted", "kind"), [("true", "applies"), ("false", "does not apply")])
def test_a_rule_without_a_firing_or_a_silent_test(remarks, wanted, kind):
    opposite = "false" if wanted == "true" else "true"
    one_sided = USED.replace(f"wanted = {wanted}", f"wanted = {opposite}")
    (found,) = remarks(SHOWN + one_sided)
    assert found == ("untested", f"'uses-all' has no test in which it {kind}")


def test_words_that_nobody_uses(remarks):
    unused = """
[[claim]]
id = "G02"
text = "Nobody cites this."
[[trait]]
id = "lonely"
title = "x"
description = "y"
references = ["guide:G01"]
"""
    assert {check for check, _ in remarks(RIGHT + unused)} == {"uncited", "unread", "unevidenced"}


def test_a_package_that_is_neutral_and_something_else_too(remarks):
    neutral = '[[neutral]]\nwhy = "x"\npackages = ["server", "vinegar", "salt-cellar"]\n'
    found = [m for check, m in remarks(RIGHT + neutral) if check == "not-neutral"]
    assert [message.partition(" ")[0] for message in found] == ["'server'", "'vinegar'"]


def test_a_package_that_its_beginning_makes_neutral_already(remarks):
    words = """
[[neutral]]
why = "grinds"
packages = ["mortar-*", "mortar-stone"]
[[neutral]]
why = "is worn"
packages = ["mortar-board"]
"""
    (found,) = remarks(RIGHT + words)
    assert found[0] == "needless" and "'mortar-stone'" in found[1]


def test_a_package_that_is_counted_twice_for_one_trait(remarks):
    twice = SHOWN[: SHOWN.index('[[evidence]]\nid = "admins"')]
    (found,) = remarks(RIGHT + twice.replace("servers", "more-servers"))
    assert found[0] == "repeated"
    assert "'server' is already evidence for 'web-application'" in found[1]


def test_packages_of_two_frameworks_and_needless_entries(remarks):
    framework = """
[[framework]]
id = "balsamic"
title = "Balsamic"
packages = ["vinegar"]
other = true
[framework.plugins]
strength = 0.5
prefixes = ["balsamic-"]
packages = ["balsamic-glaze"]
except = ["aceto"]
"""
    found = remarks(RIGHT + framework)
    assert [check for check, _ in found] == ["two-owners", "needless", "needless"]


def test_a_remark_prints_with_its_location(make):
    one_sided = USED.replace("wanted = false", "wanted = true")
    (found,) = find_issues(make(SHOWN + one_sided))
    line = (SHOWN + one_sided).splitlines().index("[[rule]]") + 1
    assert str(found).endswith(
        f"rules.toml:{line}:3: 'uses-all' has no test in which it does not apply [untested]"
    )
