"""Adding to what other rule files define."""

from __future__ import annotations

import pytest

LOGIN = '[[extend]]\nbattery = "login"\npackages = ["our-login"]\n'


def provisions(rule_base, need="login"):
    return rule_base.needs[need].provisions


RULE = """
[[rule]]
id = "advise"
title = "x"
message = "y"
why = "z"
severity = "hint"
when = { package-set = "spices" }
references = ["guide:G01"]
"""


def test_a_package_set_can_be_extended(make):
    extended = make('[[extend]]\npackage-set = "spices"\npackages = ["mace", "cumin"]\n' + RULE)
    condition = extended.advice["advise"].condition
    assert list(condition.symbols()) == ["package:cumin", "package:salt-login", "package:mace"]


def test_a_package_counts_as_a_battery_with_all_candidates(make):
    found = make(LOGIN + RULE.replace('package-set = "spices"', 'package-for = "login"'))
    assert {name: entry.also for name, entry in provisions(found).items()} == {
        "salt": ("salt-users", "our-login"),
        "pepper": ("our-login",),
    }
    assert "package:our-login" in set(found.advice["advise"].condition.symbols())


def test_a_plugin_counts_as_a_battery_with_its_framework_only(make):
    mint = '[[extend]]\nframework = "pepper"\nplugins = ["mint"]\n'
    found = make(LOGIN.replace("our-login", "salt-own") + mint + LOGIN.replace("our-login", "mint"))
    assert provisions(found)["salt"].also == ("salt-users", "salt-own")
    assert provisions(found)["pepper"].also == ("mint",)


def test_a_battery_can_be_extended_for_one_candidate(make):
    found = make(LOGIN + 'for = "pepper"\n')
    assert provisions(found)["salt"].also == ("salt-users",)
    assert provisions(found)["pepper"].also == ("our-login",)


def test_a_package_can_become_the_default_of_a_battery(make):
    found = provisions(make(LOGIN + 'as = "default"\n'))
    assert found["salt"].packages == ("our-login",)
    assert found["salt"].alternatives == ("salt-login",)
    assert found["pepper"].included == "pepper.auth"
    assert found["pepper"].alternatives == ("our-login",)


def test_a_package_can_become_an_alternative_of_a_battery(make):
    found = provisions(make(LOGIN.replace("our-login", "salt-users") + 'as = "alternative"\n'))
    assert (found["salt"].packages, found["salt"].alternatives) == (
        ("salt-login",),
        ("salt-users",),
    )
    assert found["salt"].also == ()


def test_a_battery_package_is_the_evidence_that_the_default_one_is(make):
    found = make(LOGIN)
    assert found.evidence_by_id["login-packages"].strengths["package:our-login"] == 0.9
    assert [piece.strength for piece in found.program.evidence["package:our-login"]] == [0.9]


def test_a_battery_package_with_evidence_of_its_own_keeps_it(make):
    own = """
[[evidence]]
id = "own"
trait = "needs-auth"
why = "does not"
against = true
[evidence.packages]
our-login = 0.4
"""
    found = make(LOGIN + own)
    assert "package:our-login" not in found.evidence_by_id["login-packages"].strengths


def test_a_battery_without_evidence_gives_none(make):
    found = make('[[extend]]\nbattery = "sums"\npackages = ["calculator"]\n')
    assert "package:calculator" not in found.program.evidence
    assert provisions(found, "sums")["salt"].also == ("calculator",)


def test_a_framework_can_be_extended(make):
    found = make("""
[[extend]]
framework = "salt"
packages = ["our-salt"]
bundled-by = ["shaker"]
[extend.plugins]
prefixes = ["our-salt-"]
suffixes = ["-for-salt"]
packages = ["mill"]
except = ["salt-lamp"]
""")
    salt = found.frameworks["salt"]
    assert (salt.packages, salt.bundled_by) == (("salt", "our-salt"), ("shaker",))
    plugins = ("our-salt-x", "x-for-salt", "mill", "salt-x", "brine")
    assert all(map(salt.has_plugin, plugins))
    assert not salt.has_plugin("salt-lamp")
    assert salt.plugin_strength == 0.8


def test_a_framework_without_plugins_can_get_some(make):
    pepper = make('[[extend]]\nframework = "pepper"\nplugins = ["mint"]\n').frameworks["pepper"]
    assert pepper.has_plugin("mint")
    assert pepper.plugin_strength == 0.6


def test_evidence_can_be_extended(make):
    found = make("""
[[extend]]
evidence = "login-packages"
[extend.packages]
weak = ["our-login"]
[extend.keywords]
strong = ["sign-in"]
""").evidence_by_id["login-packages"]
    assert found.strengths["package:our-login"] == 0.35
    assert found.strengths["keyword:sign-in"] == 0.85
    assert found.strengths["package:salt-login"] == 0.9


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('packages = ["x"]\n', "1:3: give one of 'battery', 'package-set', 'framework' or"),
        (
            'battery = "login"\nevidence = "login-packages"\n',
            "3:1: give only one of 'battery' and 'evidence'",
        ),
        ('battery = "logn"\n', "2:1: unknown battery 'logn'; did you mean 'login'?"),
        (
            'package-set = "spice"\npackages = ["x"]\n',
            "2:1: unknown package set 'spice'; did you mean 'spices'?",
        ),
        ('need = "login"\npackages = ["x"]\n', "2:1: unknown key 'need'; use 'battery'"),
        (
            'framework = "salt"\nplugin = ["x"]\n',
            "3:1: unknown key 'plugin'; did you mean 'plugins'?",
        ),
        (
            'evidence = "login-packages"\npackages = ["x"]\n',
            "3:1: give the packages a strength: packages.strong = [...]",
        ),
        ('framework = "sale"\n', "2:1: unknown framework 'sale'; did you mean 'salt'?"),
        ('framework = "salt"\n', "2:1: say what to add: 'packages', 'plugins' or 'bundled-by'"),
        (
            'evidence = "login-package"\n',
            "2:1: unknown evidence 'login-package'; did you mean 'login-packages'?",
        ),
        ('evidence = "login-packages"\n', "2:1: say what to add: 'packages', 'classifiers', "),
        (
            'evidence = "login-packages"\npackages.weak = ["gate"]\n',
            "2:1: 'gate' is already in 'login-packages'",
        ),
        ('battery = "login"\n', "1:3: 'packages' is missing: a list of package names"),
        ('battery = "login"\npackages = ["X"]\n', "3:13: write 'x' instead of 'X'"),
        (
            'battery = "login"\npackages = ["x"]\nfor = "papper"\n',
            "4:1: unknown framework 'papper'; did you mean 'pepper'?",
        ),
        (
            'battery = "login"\npackages = ["x"]\nas = "defalt"\n',
            "4:1: unknown role 'defalt'; did you mean 'default'?",
        ),
        (
            'battery = "login"\npackages = ["x"]\nfro = "salt"\n',
            "4:1: unknown key 'fro'; did you mean 'for'?",
        ),
        (
            'battery = "login"\n[extend.salt]\npackages = ["x"]\ndocs = "https://x.example/"\n',
            "3:2: 'login' has an entry for 'salt' already; add 'packages' to it",
        ),
    ],
)
def test_a_mistake_has_one_message(errors, written, message):
    (found,) = errors("[[extend]]\n" + written)
    assert found.startswith(message)


def test_packages_for_no_candidate_of_a_battery_need_a_framework(errors):
    found = errors(
        '[[extend]]\nframework = "vinegar"\nplugins = ["mother"]\n'
        '[[extend]]\nbattery = "login"\npackages = ["mother"]\n'
    )
    assert found == ["6:1: 'mother' is a plugin of vinegar; name the framework with 'for'"]
