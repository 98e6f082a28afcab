"""The conclusions of the inference engine from a compiled rule base."""

from __future__ import annotations

import pytest

from framesage.inference import Fact, belief_of, infer, weight_of
from framesage.rulebase.errors import RuleBaseError

RULES = """
[[evidence]]
id = "hermits"
trait = "needs-admin"
against = true
why = "has no staff"
[evidence.keywords]
hermit = 0.9

[[derive]]
id = "admin-by-auth"
trait = "needs-admin"
strength = 0.5
when = "needs-auth"
why = "staff log in"
references = ["guide:G01"]

[[rule]]
id = "auth-favors-pepper"
title = "accounts"
why = "It has them."
when = "needs-auth"
favors = "pepper"
strength = 0.5
references = ["guide:G01"]
"""


@pytest.fixture
def run(make):
    program = make(RULES).program

    def see(*symbols):
        return infer(program, [Fact(symbol) for symbol in symbols])

    return see


def test_evidence_counts_for_or_against_a_trait(run):
    memory = run("package:salt-login", "keyword:hermit")
    assert memory.conclusion("trait:needs-auth").belief == pytest.approx(0.9)
    assert memory.conclusion("trait:needs-admin").disbelief > 0.5


def test_a_trait_is_derived_with_the_belief_of_its_condition(run):
    certainty = run("package:salt-login").conclusion("trait:needs-admin").belief
    assert certainty == pytest.approx(belief_of(weight_of(0.5) * 0.9))


def test_guidance_for_a_candidate_counts_against_the_other(run):
    memory = run("package:salt-login")
    assert [r.source for r in memory.conclusion("favors:pepper").supporting] == [
        "auth-favors-pepper"
    ]
    assert (
        memory.conclusion("favors:salt").disbelief == memory.conclusion("favors:pepper").belief > 0
    )
    assert memory.conclusion("favors:vinegar").opposing == ()


def test_a_plugin_is_weaker_evidence_of_use_than_the_framework_package(run):
    assert run("package:salt").conclusion("uses:salt").belief == pytest.approx(0.9)
    assert run("plugin:salt").conclusion("uses:salt").belief == pytest.approx(0.8)
    assert run("plugin:pepper").conclusion("uses:pepper").belief == 0.0


def test_a_left_over_plugin_does_not_count_as_use(run):
    stray = run("package:pepper", "plugin:salt")
    assert stray.conclusion("uses:salt").belief < 0.5 < stray.conclusion("uses:pepper").belief
    both = run("package:pepper", "package:salt")
    assert both.conclusion("uses:salt").belief > 0.5 < both.conclusion("uses:pepper").belief


def test_another_framework_outweighs_a_plugin_but_not_the_framework_package(run):
    stray = run("package:vinegar", "plugin:salt")
    assert stray.conclusion("uses:vinegar").belief == pytest.approx(0.9)
    assert stray.conclusion("uses:salt").belief < 0.5
    beside = run("package:vinegar", "package:salt")
    assert beside.conclusion("uses:salt").belief > 0.5


def test_circular_derivations_are_reported_with_a_location(make):
    circle = """
[[derive]]
id = "auth-by-admin"
trait = "needs-auth"
strength = 0.5
when = "needs-admin"
why = "staff log in"
references = ["guide:G01"]
"""
    with pytest.raises(RuleBaseError) as caught:
        make(RULES + circle)
    (error,) = caught.value.errors
    assert error.message.startswith("traits are derived in a circle: ")
    assert "needs-auth" in error.message and "needs-admin" in error.message
    assert (error.path.name, error.line) == ("rules.toml", 10)


def test_plugins_are_recognized_by_prefix_and_by_list_without_exceptions(make):
    rule_base = make("")
    owners = {name: rule_base.plugin_of(name) for name in ("salt-x", "brine", "salt-mine", "salty")}
    assert owners == {"salt-x": ("salt",), "brine": ("salt",), "salt-mine": (), "salty": ()}
