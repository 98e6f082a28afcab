"""Inference with small programs: conclusions and their justifications."""

import pytest

from framesage.inference import (
    AllOf,
    Believed,
    CycleError,
    EvidenceSet,
    Fact,
    NoneOf,
    Observed,
    Program,
    Rule,
    belief_of,
    infer,
    weight_of,
)

LOGIN = EvidenceSet("accounts", {"login-package": 0.9, "token-package": 0.4}, "login")
ROLES = EvidenceSet("accounts", {"roles-package": 0.5}, "roles")
STATIC = EvidenceSet("accounts", {"static-generator": 0.6}, "static", against=True)


def facts(*symbols: str) -> list[Fact]:
    return [Fact(symbol) for symbol in symbols]


def run(*observed: Fact, evidence=(LOGIN, ROLES, STATIC), rules=(), **declared):
    return infer(Program.build(evidence, rules), observed, declared)


def test_belief_equals_the_strength_of_a_single_piece_of_evidence():
    assert run(*facts("login-package")).conclusion("accounts").belief == pytest.approx(0.9)


def test_second_evidence_counts_half_in_its_group_and_in_full_in_another():
    both = run(*facts("login-package", "token-package")).conclusion("accounts")
    assert both.belief == pytest.approx(belief_of(weight_of(0.9) + weight_of(0.4) / 2))
    groups = run(*facts("login-package", "roles-package")).conclusion("accounts")
    assert groups.belief == pytest.approx(0.95)


def test_less_reliable_facts_weigh_less():
    memory = run(Fact("login-package", 0.2))
    assert memory.conclusion("accounts").belief == pytest.approx(belief_of(weight_of(0.9) * 0.2))


def test_support_and_opposition_are_separate():
    conclusion = run(*facts("login-package", "static-generator")).conclusion("accounts")
    assert conclusion.support == pytest.approx(0.9)
    assert conclusion.opposition == pytest.approx(0.6)
    assert conclusion.belief == pytest.approx(0.75)
    assert conclusion.disbelief == 0


def test_conflict_differs_from_ignorance():
    memory = run(*facts("roles-package", "static-generator"))
    conflict, ignorance = memory.conclusion("accounts"), memory.conclusion("no-evidence")
    assert conflict.belief < 0.2 > ignorance.belief
    assert conflict.support >= 0.5 and conflict.opposition >= 0.5
    assert ignorance.support == ignorance.opposition == 0


def test_declarations_override_evidence():
    assert run(*facts("login-package"), accounts=False).conclusion("accounts").belief == 0
    assert run(accounts=True).conclusion("accounts").belief == 1
    assert run(unknown=True).conclusion("unknown").belief == 1


def test_rules_chain_and_keep_their_evaluations():
    rules = (
        Rule("third", Believed("kit", 0.2), "verdict", 0.5),
        Rule(
            "second", AllOf((Believed("accounts", 0.5), NoneOf((Observed(("api",)),)))), "kit", 0.8
        ),
    )
    memory = run(*facts("login-package"), rules=rules)
    kit = belief_of(weight_of(0.8) * 0.9)
    assert memory.conclusion("kit").belief == pytest.approx(kit)
    assert memory.conclusion("verdict").belief == pytest.approx(belief_of(weight_of(0.5) * kit))
    (reason,) = memory.conclusion("kit").supporting
    assert reason.source == "second" and reason.evaluation.holds
    assert not run(*facts("login-package", "api"), rules=rules).conclusion("kit").supporting


def test_rules_of_a_group_are_discounted():
    rules = [
        Rule(name, Believed("accounts", 0.5), "verdict", 0.5, group=group)
        for name, group in (("first", "same"), ("second", "same"), ("third", ""))
    ]
    reasons = run(accounts=True, rules=rules).conclusion("verdict").supporting
    weights = {reason.source: reason.weight for reason in reasons}
    assert weights["first"] == weights["third"] == pytest.approx(weight_of(0.5))
    assert weights["second"] == pytest.approx(weight_of(0.5) / 2)


def test_the_most_reliable_fact_with_a_symbol_counts():
    memory = run(Fact("login-package", 0.2), Fact("login-package", 1.0))
    (reason,) = memory.conclusion("accounts").supporting
    assert reason.weight == pytest.approx(weight_of(0.9))


def test_cycle_is_reported_with_its_propositions():
    rules = [Rule("x", Believed("b", 0.5), "a", 0.5), Rule("y", Believed("a", 0.5), "b", 0.5)]
    with pytest.raises(CycleError) as error:
        Program.build([], rules)
    assert {"a", "b"} <= set(error.value.cycle)


def test_an_implied_fact_satisfies_conditions_but_is_no_evidence():
    implied = Fact("login-package", implied=True)
    rule = Rule("r", Observed(("login-package",)), "kit", 0.9)
    memory = run(implied, rules=(rule,))
    assert memory.conclusion("accounts").belief == 0
    assert memory.conclusion("kit").belief == pytest.approx(0.9)


def test_a_choice_counts_beside_an_implied_fact():
    memory = run(Fact("login-package", implied=True), Fact("login-package", 0.5))
    (reason,) = memory.conclusion("accounts").supporting
    assert reason.weight == pytest.approx(0.5 * weight_of(0.9))


@pytest.mark.parametrize("number", [10, 500])
def test_very_many_rules_give_the_same_reasons_as_few(number):
    rules = [
        Rule(
            f"rule-{n}", AllOf((Observed((f"package:{n}",)), NoneOf((Observed(("x",)),)))), "p", 0.5
        )
        for n in range(number)
    ]
    program = Program.build([], rules)
    facts = [Fact("package:3"), Fact("package:7"), Fact("package:499")]
    sources = [reason.source for reason in infer(program, facts).conclusion("p").supporting]
    assert sources == [f"rule-{n}" for n in (3, 499, 7) if n < number]
    assert infer(program, [*facts, Fact("x")]).conclusion("p").supporting == ()
    left = infer(program, facts, without=["rule-7"]).conclusion("p").supporting
    assert "rule-7" not in [reason.source for reason in left]
