"""Conditions judged against a small memory."""

import pytest

from framesage.inference import (
    AllOf,
    AnyOf,
    AtLeast,
    Believed,
    Conclusion,
    Disbelieved,
    Fact,
    NoneOf,
    Observed,
    Reason,
    WorkingMemory,
    weight_of,
)


def believed(name: str, strength: float) -> Conclusion:
    return Conclusion(name, (Reason("r", "r", weight_of(strength)),))


def doubted(name: str, strength: float) -> Conclusion:
    return Conclusion(name, (), (Reason("r", "r", weight_of(strength)),))


WORLD = WorkingMemory(
    {
        "a": (Fact("a", 1.0, "line 1"), Fact("a", 0.2, "line 9")),
        "dev": (Fact("dev", 0.2, "line 5"),),
    },
    {"strong": believed("strong", 0.9), "weak": believed("weak", 0.3), "no": doubted("no", 0.8)},
)
STRONG, WEAK, UNKNOWN = Believed("strong", 0.5), Believed("weak", 0.5), Believed("unknown", 0.2)


@pytest.mark.parametrize(
    ("condition", "belief"),
    [
        (STRONG, 0.9),
        (WEAK, 0),
        (Believed("weak", 0.2), 0.3),
        (UNKNOWN, 0),
        (Disbelieved("no", 0.5), 0.8),
        (Disbelieved("strong", 0.1), 0),
        (Observed(("a",)), 1.0),
        (Observed(("dev",)), 0),
        (Observed(("dev",), reliability=0.1), 0.2),
        (Observed(("absent", "a")), 1.0),
        (AllOf((STRONG, Believed("weak", 0.2))), 0.3),
        (AllOf((STRONG, WEAK)), 0),
        (AnyOf((STRONG, WEAK)), 0.9),
        (AnyOf((WEAK, UNKNOWN)), 0),
        (AnyOf((WEAK, STRONG, UNKNOWN), keep_false=False), 0.9),
        (AnyOf((WEAK, UNKNOWN), keep_false=False), 0),
        (NoneOf((WEAK, UNKNOWN)), 1.0),
        (NoneOf((STRONG, UNKNOWN)), 0),
        (AtLeast((STRONG, Believed("weak", 0.2), UNKNOWN), minimum=2), 0.3),
        (AtLeast((STRONG, WEAK, UNKNOWN), minimum=2), 0),
        (AtLeast((STRONG,), minimum=2), 0),
    ],
)
def test_belief_flows_from_the_parts(condition, belief):
    assert condition.evaluate(WORLD).belief == pytest.approx(belief)


def test_only_good_enough_locations_are_named():
    assert Observed(("a",)).evaluate(WORLD).locations == ("line 1",)
    assert Observed(("a",), reliability=0.1).evaluate(WORLD).locations == ("line 1", "line 9")


def test_a_judgement_keeps_the_part_that_failed():
    evaluation = AllOf((STRONG, NoneOf((Observed(("a",)),)))).evaluate(WORLD)
    failed = [part.condition for part in evaluation.parts if not part.holds]
    assert failed == [NoneOf((Observed(("a",)),))]
    assert [leaf.condition for leaf in evaluation.leaves()] == [STRONG, Observed(("a",))]


def test_a_condition_says_what_it_needs():
    condition = AllOf((STRONG, AnyOf((WEAK, Observed(("x", "y"))))))
    assert list(condition.propositions()) == ["strong", "weak"]
    assert list(condition.symbols()) == ["x", "y"]


def test_of_many_beliefs_only_those_that_hold_are_kept():
    evaluation = AnyOf((WEAK, STRONG, UNKNOWN), keep_false=False).evaluate(WORLD)
    assert [part.condition for part in evaluation.parts] == [STRONG]
