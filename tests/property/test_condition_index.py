"""The index of conditions never leaves out one that holds, whatever the facts are."""

from hypothesis import given
from hypothesis import strategies as st

from framesage.inference import (
    AllOf,
    AnyOf,
    AtLeast,
    Believed,
    Conclusion,
    ConditionIndex,
    Disbelieved,
    NoneOf,
    Observed,
    Reliability,
    WorkingMemory,
)

SYMBOLS, PROPOSITIONS = "abcdef", ("p", "q", "r")
NUMBERS = st.sampled_from([0.2, 0.5, 0.8])
LEAVES = st.one_of(
    st.builds(Observed, st.lists(st.sampled_from(SYMBOLS), max_size=3).map(tuple), NUMBERS),
    st.builds(Believed, st.sampled_from(PROPOSITIONS), NUMBERS),
    st.builds(Disbelieved, st.sampled_from(PROPOSITIONS), NUMBERS),
)


def compound(inner):
    parts = st.lists(inner, max_size=4).map(tuple)
    counted = st.builds(AtLeast, parts, st.integers(1, 4))
    return st.one_of(counted, *(st.builds(kind, parts) for kind in (AllOf, AnyOf, NoneOf)))


CONDITIONS = st.lists(st.recursive(LEAVES, compound, max_leaves=12), min_size=1, max_size=8)


class Believing(Conclusion):
    """A conclusion with given beliefs."""

    def __init__(self, proposition, belief, disbelief):
        super().__init__(proposition)
        object.__setattr__(self, "beliefs", (belief, disbelief))

    belief = property(lambda self: self.beliefs[0])
    disbelief = property(lambda self: self.beliefs[1])


MEMORIES = st.builds(
    lambda facts, beliefs: WorkingMemory(
        {symbol: Reliability(found, found) for symbol, found in facts.items()},
        {name: Believing(name, *values) for name, values in beliefs.items()},
    ),
    st.dictionaries(st.sampled_from(SYMBOLS), st.sampled_from([0.1, 0.5, 1.0])),
    st.dictionaries(
        st.sampled_from(PROPOSITIONS), st.sampled_from([(0.0, 0.0), (0.5, 0.0), (0.0, 0.9)])
    ),
)


@given(CONDITIONS, MEMORIES)
def test_every_condition_that_holds_is_a_candidate(conditions, memory):
    index = ConditionIndex(conditions)
    holding = [n for n, condition in enumerate(conditions) if condition.evaluate(memory).holds]
    found = index.candidates(memory)
    assert set(holding) <= set(found)
    assert found == sorted(found)


@given(st.lists(LEAVES, min_size=1, max_size=8).map(tuple), MEMORIES)
def test_a_conjunction_of_facts_is_a_candidate_only_if_it_holds(leaves, memory):
    parts = [Observed(leaf.any_of) if isinstance(leaf, Observed) else leaf for leaf in leaves]
    condition = AllOf((*parts[:2], NoneOf(tuple(parts[2:]))))
    assert ConditionIndex([condition]).candidates(memory) == [0] * condition.evaluate(memory).holds
