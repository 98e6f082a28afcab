"""The checks of ``framesage rules check``."""

from __future__ import annotations

import time

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
def issues(make):
    def issues_in(more: str) -> list[tuple[str, str]]:
        return [(issue.check, issue.message) for issue in find_issues(make(more))]

    return issues_in


def test_a_correct_rule_base_has_no_issues(issues):
    assert issues(RIGHT) == []


CONTRADICTORY = [
    '{ all = ["needs-auth"], none = ["needs-auth"] }',
    '{ all = [{ trait = "needs-auth", certainty = "high" }], none = ["needs-auth"] }',
    '{ trait = "needs-auth", absent = "needs-auth" }',
    '{ package = "x", none = [{ package = ["x", "y"] }] }',
    '{ framework = "salt", all = [{ framework = "pepper" }] }',
    '{ framework = "none", all = [{ framework = ["salt", "pepper"] }] }',
    '{ package-for = "login", none = [{ count = 1, of = "batteries" }] }',
    '{ all = ["needs-auth", "needs-admin"], none = [{ all = ["needs-admin", "needs-auth"] }] }',
    '{ any = [{ package = "x" }, { package = "y" }], none = [{ package = ["x", "y"] }] }',
]


@pytest.mark.parametrize("when", CONTRADICTORY)
def test_contradictory_conditions_are_reported(issues, when):
    found = issues(RIGHT + advice("odd", when))
    assert ("contradictory", "'odd' can never hold") in [(c, m[:20]) for c, m in found]


CONSISTENT = [
    '{ all = ["needs-auth"], none = [{ trait = "needs-auth", certainty = "high" }] }',
    '{ package = ["x", "y"], none = [{ package = "x" }] }',
    '{ all = ["needs-auth"], none = [{ all = ["needs-auth", "needs-admin"] }] }',
    '{ framework = ["salt", "pepper"], none = [{ framework = "salt" }] }',
    '{ count = 1, of = "batteries", none = [{ package-for = "login" }] }',
]


@pytest.mark.parametrize("when", CONSISTENT)
def test_conditions_with_exceptions_are_not_contradictory(issues, when):
    assert issues(RIGHT + advice("narrow", when)) == []


def test_unreachable_thresholds_are_reported(issues):
    weak = RIGHT.replace("salt-admin = 0.9", "salt-admin = 0.6")
    high = advice("high", '{ trait = "needs-admin", certainty = "high" }')
    assert issues(weak + high) == [
        ("unreachable", "'high' can never hold: no evidence can establish 'needs-admin'")
    ]
    second = SHOWN[SHOWN.index('[[evidence]]\nid = "admins"') :]
    second = second.replace("salt-admin", "other-admin").replace("admins", "more-admins")
    assert issues(weak + high + second) == []


def test_absence_is_unreachable_without_evidence_against_the_trait(issues):
    found = issues(RIGHT + advice("refuted", '{ absent = "needs-admin" }'))
    assert [check for check, _ in found] == ["unreachable"]
    against = (
        SHOWN.replace('why = "gives', 'against = true\nwhy = "gives')
        .replace("salt-a", "no-a")
        .replace("admins", "against")
    )
    against = against[against.index('[[evidence]]\nid = "against"') :]
    assert issues(RIGHT + against + advice("refuted", '{ absent = "needs-admin" }')) == []


def test_guidance_subsumed_by_stronger_guidance_is_reported(issues):
    broad = guidance("broad", '"needs-auth"', weight=0.5)
    narrow = guidance("narrow", '{ all = ["needs-auth", "needs-admin"] }', weight=0.4)
    assert [check for check, _ in issues(RIGHT + broad + narrow)] == ["subsumed"]
    stronger = narrow.replace("strength = 0.4", "strength = 0.6")
    assert issues(RIGHT + broad + stronger) == []


def test_opposite_conclusions_of_one_condition_are_reported(issues):
    one = guidance("one", '{ all = ["needs-auth", "needs-admin"] }')
    other = guidance("other", '{ all = ["needs-admin", "needs-auth"] }', favors="salt")
    assert [check for check, _ in issues(RIGHT + one + other)] == ["opposite"]
    derived = derive("d1", '"needs-auth"') + derive("d2", '"needs-auth"', against=True)
    assert [check for check, _ in issues(RIGHT + derived)] == ["opposite"]


@pytest.mark.parametrize(("wanted", "kind"), [("true", "applies"), ("false", "does not apply")])
def test_a_rule_needs_a_test_for_each_outcome(issues, wanted, kind):
    opposite = "false" if wanted == "true" else "true"
    one_sided = USED.replace(f"wanted = {wanted}", f"wanted = {opposite}")
    (found,) = issues(SHOWN + one_sided)
    assert found == ("untested", f"'uses-all' has no test in which it {kind}")


def test_unused_claims_and_traits_are_reported(issues):
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
    assert {check for check, _ in issues(RIGHT + unused)} == {"uncited", "unread", "unevidenced"}


def test_neutral_packages_with_another_entry_are_reported(issues):
    neutral = '[[neutral]]\nwhy = "x"\npackages = ["server", "vinegar", "salt-cellar"]\n'
    found = [m for check, m in issues(RIGHT + neutral) if check == "not-neutral"]
    assert [message.partition(" ")[0] for message in found] == ["'server'", "'vinegar'"]


def test_neutral_packages_covered_by_a_prefix_are_reported(issues):
    words = """
[[neutral]]
why = "grinds"
packages = ["mortar-*", "mortar-stone"]
[[neutral]]
why = "is worn"
packages = ["mortar-board"]
"""
    (found,) = issues(RIGHT + words)
    assert found[0] == "needless" and "'mortar-stone'" in found[1]


def test_repeated_evidence_for_a_trait_is_reported(issues):
    twice = SHOWN[: SHOWN.index('[[evidence]]\nid = "admins"')]
    (found,) = issues(RIGHT + twice.replace("servers", "more-servers"))
    assert found[0] == "repeated"
    assert "'server' is already evidence for 'web-application'" in found[1]


def test_packages_of_two_frameworks_and_entries_without_effect_are_reported(issues):
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
    found = issues(RIGHT + framework)
    assert [check for check, _ in found] == ["two-owners", "needless", "needless"]


def test_an_issue_prints_its_location(make):
    one_sided = USED.replace("wanted = false", "wanted = true")
    (found,) = find_issues(make(SHOWN + one_sided))
    line = (SHOWN + one_sided).splitlines().index("[[rule]]") + 1
    assert str(found).endswith(
        f"rules.toml:{line}:3: 'uses-all' has no test in which it does not apply [untested]"
    )


SHAKERS = """
[[need]]
id = "shakers"
title = "shakers"
traits = ["needs-admin"]
"""
IN_SALT = '[need.salt]\npackages = ["abacus"]\ndocs = "https://salt.example/"\n'
IN_PEPPER = '[need.pepper]\nby-hand = true\ndocs = "https://pepper.example/"\n'


def test_complete_kits_have_no_issues(issues):
    assert issues(RIGHT + SHAKERS + IN_SALT + IN_PEPPER) == []


KITS = {
    "a candidate without an entry": (
        SHAKERS + IN_SALT,
        ("incomplete", "'shakers' has no entry for 'pepper'"),
    ),
    "a default package without a minimum": (
        SHAKERS + IN_SALT.replace("abacus", "sieve") + IN_PEPPER,
        ("no-minimum", "'sieve' has no version in [minimums]"),
    ),
    "a plugin of another framework": (
        SHAKERS + IN_SALT + IN_PEPPER.replace("by-hand = true", 'packages = ["salt-login"]'),
        ("stray", "'salt-login' is a plugin of another framework than 'pepper'"),
    ),
}


@pytest.mark.parametrize(("more", "issue"), KITS.values(), ids=KITS)
def test_incomplete_kits_are_reported(issues, more, issue):
    assert issues(RIGHT + more) == [issue]


def test_a_plugin_that_covers_a_need_in_two_frameworks_is_no_mistake(issues):
    also = 'also = ["salt-login"]\n'
    salt = IN_SALT.replace("docs", f"{also}docs")
    pepper = IN_PEPPER.replace("by-hand = true\n", f'packages = ["abacus"]\n{also}')
    assert issues(RIGHT + SHAKERS + salt + pepper) == []
    assert [check for check, _ in issues(RIGHT + SHAKERS + IN_SALT + pepper)] == ["stray"]


PLACEHOLDERS = {
    "{packages}": ('{ framework = "salt", trait = "needs-admin" }', "'package' or the like"),
    "{batteries}": ('{ layout = "manage.py" }', "'package-for' or the like"),
    "{count}": ('{ package = "salt-login" }', "'count'"),
    "{since}": ('{ package = "salt-login" }', "'change'"),
    "{versions}": ('{ none = [{ release = "unsupported", of = "salt" }] }', "'release'"),
}


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_a_placeholder_without_a_value_is_reported(issues, name):
    when, key = PLACEHOLDERS[name]
    odd = advice("odd", when).replace('message = "z"', f'message = "z {name}"')
    wanted = ("placeholder", f"{name} has no value in 'odd': its condition needs {key}")
    assert wanted in issues(RIGHT + odd)


FILLED = {
    "{packages}": '{ all = [{ package = "salt-login" }] }',
    "{{packages}}": '{ framework = "salt" }',
    "{count} of {total}": '{ count = 1, of = ["needs-admin"] }',
    "{verdict}: {reasons}": '{ verdict = "salt" }',
}


@pytest.mark.parametrize("name", FILLED)
def test_a_placeholder_with_a_value_is_not_reported(issues, name):
    fine = advice("fine", FILLED[name]).replace('message = "z"', f'message = "z {name}"')
    assert "placeholder" not in [check for check, _ in issues(RIGHT + fine)]


DESCRIPTIONS = """
[grammar]
determiners = ["a"]
quantifiers = ["some"]
auxiliaries = ["can"]
pronouns = ["it"]
prepositions = ["of"]
complements = ["of"]
relatives = ["that"]
conjunctions = ["and"]
accompaniments = ["with"]
negations = ["no"]
dispensable = ["needed"]
optional = ["optional"]
definitions = ["is"]
verbs = ["build"]
speakers = ["i"]
intentions = ["want"]
creations = ["build"]
sources = ["from"]
impersonal = ["memory"]
persons = ["cook"]
activities = ["swap"]
exchanges = ["swap"]
mechanics = ["convert"]
everyone = ["people"]
companions = ["with"]
nearby = ["near"]
questions = ["for"]
links = ["for"]
emphasis = ["only"]
boundaries = ["but"]
lacking = ["free"]
generic = ["app"]
[[kind]]
id = "stall"
heads = ["stall", "market stall"]
is.fair = ["web-application"]
[[kind]]
id = "market"
heads = ["market", "market-stalls"]
is.fair = ["web-application"]
[[evidence]]
id = "words"
trait = "needs-auth"
why = "mentions logins"
[evidence.phrases]
fair = ["log in", "create a seal"]
[[evidence]]
id = "more-words"
trait = "needs-auth"
why = "mentions logins, too"
[evidence.phrases]
weak = ["logins"]
[evidence.attributes]
weak = ["log in"]
"""


def test_words_that_differ_in_form_only_and_idle_words_are_reported(issues):
    found = issues(RIGHT + DESCRIPTIONS)
    assert sorted(found) == [
        ("idle-words", "leave 'a' out of 'create a seal': it is skipped in descriptions"),
        ("same-words", "'logins' is the same as 'log in' in 'words'"),
        (
            "same-words",
            "'market-stalls' is the same as 'market stall' in 'stall', and takes its place",
        ),
    ]


@pytest.mark.running_time
def test_only_pairs_with_something_in_common_are_compared(make):
    many = "".join(
        guidance(f"many-{number}", f'{{ framework = "salt", package = "x{number}" }}')
        for number in range(3_000)
    )
    twice = guidance("twice", '{ framework = "salt", package = ["x7", "y"] }')
    rule_base = make(many + twice)
    start = time.process_time()
    found = [issue.message for issue in find_issues(rule_base) if issue.check == "subsumed"]
    assert time.process_time() - start < 10
    assert found == ["'many-7' adds little: 'twice' always applies, too, and is as strong"]
