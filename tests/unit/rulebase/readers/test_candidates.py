"""A file that makes a known framework a candidate, and what it brings along."""

from __future__ import annotations

import pytest

VINEGAR = """
[[framework]]
id = "vinegar"
candidate = true
references = ["https://vinegar.example/"]
"""
KIT = """
[[extend]]
battery = "login"
[extend.vinegar]
packages = ["vinegar-users"]
docs = "https://vinegar.example/users/"
"""
OUTSIDE = """
[[trait]]
id = "sour"
title = "Sour"
description = "It is."
references = ["guide:G01"]
outside = "something sour"
"""
ROW = """
[[comparison]]
topic = "Taste"
salt = "salty"
pepper = "hot"
references = ["guide:G01"]
"""


def test_a_known_framework_becomes_a_candidate(make):
    assert [framework.id for framework in make("").candidates] == ["salt", "pepper"]
    rule_base = make(VINEGAR)
    assert [framework.id for framework in rule_base.candidates] == ["salt", "pepper", "vinegar"]
    vinegar = rule_base.frameworks["vinegar"]
    assert (vinegar.title, vinegar.packages) == ("Vinegar", ("vinegar",))
    assert vinegar.references == ("https://vinegar.example/",)
    assert rule_base.locations["framework:vinegar"].path.name == "rules.toml"


def test_given_keys_replace_values_and_complete_lists(make):
    salt = make("""
    [[framework]]
    id = "salt"
    candidate = true
    title = "Sea salt"
    packages = ["sea-salt"]
    [framework.plugins]
    packages = ["crystal"]
    """).frameworks["salt"]
    assert salt.title == "Sea salt"
    assert salt.packages == ("sea-salt", "salt")
    assert salt.plugin_packages == ("crystal", "brine")
    assert salt.plugin_prefixes == ("salt-",)
    assert salt.plugin_exceptions == ("salt-mine",)


def test_a_candidate_can_be_completed_again(make):
    twice = make(VINEGAR + VINEGAR.replace("vinegar.example", "more.example"))
    references = ("https://more.example/", "https://vinegar.example/")
    assert twice.frameworks["vinegar"].references == references


def test_it_brings_its_kit_to_the_needs(make):
    needs = make(VINEGAR + KIT).needs
    assert needs["login"].provisions["vinegar"].packages == ("vinegar-users",)
    assert needs["login"].provisions["salt"].packages == ("salt-login",)
    assert "vinegar" not in needs["admin"].provisions


def test_a_further_candidate_changes_no_battery(make):
    needs = make(
        VINEGAR
        + KIT
        + """
    [[extend]]
    battery = "sums"
    [extend.vinegar]
    included = "vinegar.sums"
    docs = "https://vinegar.example/sums/"
    """
    ).needs
    assert [need.id for need in needs.values() if need.is_battery] == ["login", "admin"]


def test_it_brings_its_words_to_the_comparison(make):
    rule_base = make(ROW + VINEGAR + '[framework.comparison]\nTaste = "sour"\n')
    (row,) = rule_base.comparison
    assert row.words == {"salt": "salty", "pepper": "hot", "vinegar": "sour"}


def test_a_trait_that_it_covers_puts_no_project_outside(make):
    assert make(OUTSIDE).traits["sour"].outside == "something sour"
    assert make(OUTSIDE + VINEGAR + 'covers = ["sour"]\n').traits["sour"].outside == ""


def test_guidance_may_favor_it_and_rules_may_name_it(make):
    rule_base = make(
        VINEGAR
        + """
    [[rule]]
    id = "sour-favors-vinegar"
    title = "it is sour"
    why = "y"
    when = "needs-auth"
    favors = "vinegar"
    strength = "fair"
    references = ["guide:G01"]
    """
    )
    assert rule_base.guidance["sour-favors-vinegar"].favors == "vinegar"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            '[[framework]]\nid = "vinegar"\ntitle = "V"\npackages = ["v"]\n'
            'references = ["guide:G01"]\n',
            "2:1: framework 'vinegar' is already defined in words.toml, line 63; "
            "add `candidate = true` to make it a candidate",
        ),
        (VINEGAR + 'covers = ["needs-auth"]\n', "unknown trait with 'outside' 'needs-auth'"),
        (
            VINEGAR + '[framework.comparison]\nTase = "x"\n',
            "unknown topic of the comparison 'Tase'",
        ),
        (VINEGAR + "other = true\n", "a framework is either a 'candidate' or an 'other' one"),
        (VINEGAR + "pluggins = 1\n", "unknown key 'pluggins'; did you mean 'plugins'"),
        (
            '[[framework]]\nid = "oil"\ntitle = "Oil"\npackages = ["oil"]\nother = true\n'
            'covers = ["sour"]\n',
            "'covers' is for candidates only",
        ),
    ],
)
def test_mistakes_are_told(errors, written, expected):
    assert any(expected in error for error in errors(written)), errors(written)


@pytest.mark.parametrize("value", ['"true"', "1", "[]"])
def test_a_candidate_that_is_no_flag_is_one_mistake(errors, value):
    written = VINEGAR.replace("candidate = true", f"candidate = {value}")
    (error,) = errors(written)
    assert error.endswith(": 'candidate' must be true or false")
