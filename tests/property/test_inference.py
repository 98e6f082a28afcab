"""Properties of inference for any rule base and any facts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framesage.inference import (
    AllOf,
    AnyOf,
    AtLeast,
    Believed,
    EvidenceSet,
    Fact,
    NoneOf,
    Observed,
    Outlook,
    Program,
    Rule,
    infer,
    reliabilities,
    revise,
    suppose,
    weight_of,
)

SYMBOLS = [f"s{n}" for n in range(8)]
TRAITS = [f"t{n}" for n in range(4)]
DERIVED = [f"d{n}" for n in range(3)]
BOOLEANS = st.booleans()
STRENGTHS = st.floats(0.05, 0.95)

observations = st.lists(
    st.builds(Fact, st.sampled_from(SYMBOLS), st.sampled_from([0.1, 0.3, 1.0]), st.booleans()),
    max_size=12,
)
evidence = st.lists(
    st.builds(
        EvidenceSet,
        st.sampled_from(TRAITS),
        st.dictionaries(st.sampled_from(SYMBOLS), STRENGTHS, max_size=3),
        st.sampled_from(["g1", "g2", "g3"]),
        st.booleans(),
    ),
    max_size=16,
)


def conditions(propositions, *, monotone=False):
    leaf = st.builds(
        Believed, st.sampled_from(propositions), st.sampled_from([0.2, 0.5])
    ) | st.builds(Observed, st.tuples(st.sampled_from(SYMBOLS)))

    def compound(inner):
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        kinds = [AllOf, AnyOf] if monotone else [AllOf, AnyOf, NoneOf]
        made = st.one_of([st.builds(kind, parts) for kind in kinds])
        return made | st.builds(AtLeast, parts, st.just(2))

    return st.recursive(leaf, compound, max_leaves=5)


def derivations(**options):
    """Rules without cycles: derived propositions depend only on traits."""
    return st.lists(
        st.builds(
            Rule,
            st.uuids().map(str),
            conditions(TRAITS, **options),
            st.sampled_from(DERIVED),
            STRENGTHS,
            st.just(False) if options else st.booleans(),
        ),
        max_size=6,
    )


def beliefs(program, seen):
    memory = infer(program, seen)
    return {name: memory.conclusion(name).belief for name in TRAITS + DERIVED}


@given(observations, evidence, derivations(), st.randoms(use_true_random=False))
def test_order_does_not_matter(seen, pieces, rules, shuffled: random.Random):
    before = beliefs(Program.build(pieces, rules), seen)
    for items in (seen, pieces, rules):
        shuffled.shuffle(items)
    after = beliefs(Program.build(pieces, rules), seen)
    assert after == pytest.approx(before)


@given(observations, evidence, derivations())
def test_duplicate_facts_change_nothing(seen, pieces, rules):
    program = Program.build(pieces, rules)
    assert beliefs(program, seen * 2) == beliefs(program, seen)


@given(observations, evidence, st.sampled_from(SYMBOLS), derivations(monotone=True))
def test_more_support_never_lowers_a_belief(seen, pieces, more, rules):
    pieces = [piece for piece in pieces if not (piece.against and more in piece.strengths)]
    program = Program.build(pieces, rules)
    before, after = beliefs(program, seen), beliefs(program, [*seen, Fact(more)])
    assert all(after[name] >= before[name] - 1e-9 for name in before)


@given(observations, evidence, derivations())
def test_belief_stays_below_one_and_excludes_disbelief(seen, pieces, rules):
    memory = infer(Program.build(pieces, rules), seen)
    for conclusion in memory.conclusions.values():
        assert 0 <= conclusion.belief < 1
        assert min(conclusion.belief, conclusion.disbelief) == 0


@given(evidence, derivations(monotone=True))
def test_no_facts_give_no_beliefs(pieces, rules):
    assert set(beliefs(Program.build(pieces, rules), []).values()) == {0.0}


layered = st.lists(  # rules from traits to derived propositions, and from both to targets
    st.builds(
        Rule,
        st.uuids().map(str),
        conditions(TRAITS + DERIVED),
        st.just("top"),
        STRENGTHS,
        BOOLEANS,
        group=st.sampled_from(["", "g"]),
    ),
    max_size=6,
)
declarations = st.dictionaries(st.sampled_from(TRAITS + DERIVED), BOOLEANS, max_size=3)


@given(observations, evidence, derivations(), layered, declarations, declarations)
def test_supposing_equals_declaring(seen, pieces, rules, more, declared, supposed):
    program = Program.build(pieces, rules + more)
    memory = suppose(program, infer(program, seen, declared), supposed)
    expected = infer(program, seen, {**declared, **supposed})
    for name in (*TRAITS, *DERIVED, "top"):
        found, wanted = memory.conclusion(name), expected.conclusion(name)
        assert found.declared == wanted.declared
        assert found.belief == pytest.approx(wanted.belief)
        assert [reason.source for reason in found.supporting] == [
            reason.source for reason in wanted.supporting
        ]


@given(
    st.lists(observations, min_size=2, max_size=6), evidence, derivations(), layered, declarations
)
def test_revising_equals_inferring_from_scratch(sessions, pieces, rules, more, declared):
    """Whatever the sequence of facts, what is remembered is what would be inferred from scratch."""
    program = Program.build(pieces, rules + more)
    without = [rule.id for rule in more[:1]]
    memory = infer(program, sessions[0], declared, without)
    for seen in sessions[1:]:
        memory = revise(program, memory, reliabilities(seen), without)
        assert memory == infer(program, seen, declared, without)


@given(observations, evidence, derivations(), layered, declarations, declarations)
def test_no_answers_exceed_the_bounds(seen, pieces, rules, more, declared, answers):
    program = Program.build(pieces, rules + more)
    memory = infer(program, seen, declared)
    open_ = [name for name in TRAITS + DERIVED if name not in declared]
    outlook = Outlook.of(program, memory, open_)
    given_answers = {name: value for name, value in answers.items() if name in open_}
    top = infer(program, seen, {**declared, **given_answers}).conclusion("top")
    first = dict(list(given_answers.items())[:1])
    for seen_from in (outlook, outlook.supposing(first), outlook.supposing(given_answers)):
        for reasons, bounds in zip(
            (top.supporting, top.opposing), seen_from.weights("top"), strict=True
        ):
            weight = sum(reason.weight for reason in reasons)
            assert bounds.low - 1e-9 <= weight <= bounds.high + 1e-9


@given(observations, evidence, derivations(), layered, declarations)
def test_supposing_everything_leaves_no_room(seen, pieces, rules, more, answers):
    program = Program.build(pieces, rules + more)
    outlook = Outlook.of(program, infer(program, seen), answers).supposing(answers)
    top = infer(program, seen, answers).conclusion("top")
    for reasons, bounds in zip((top.supporting, top.opposing), outlook.weights("top"), strict=True):
        weight = sum(reason.weight for reason in reasons)
        assert (bounds.low, bounds.high) == pytest.approx((weight, weight))


def test_without_open_propositions_the_bounds_are_exact():
    rules = [Rule("r", Believed("t0", 0.5), "top", 0.5), Rule("s", Believed("t1", 0.5), "top", 0.5)]
    program = Program.build([], rules)
    memory = infer(program, [], {"t0": True})
    assert Outlook.of(program, memory, []).weights("top").support == pytest.approx(
        (weight_of(0.5), weight_of(0.5))
    )
    wider = Outlook.of(program, memory, ["t1"]).weights("top")
    assert wider.support == pytest.approx((weight_of(0.5), 2 * weight_of(0.5)))
    assert wider.opposition == (0, 0)
