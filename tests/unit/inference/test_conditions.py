"""Conditions judged against a small world."""

import pytest

from framesage.inference import (
    AllOf,
    AnyOf,
    AnyOfMany,
    AtLeast,
    Conclusion,
    Holds,
    NoneOf,
    Observation,
    Reason,
    Refuted,
    Seen,
    World,
    weight_of,
)


def believed(name: str, strength: float) -> Conclusion:
    return Conclusion(name, (Reason("r", "r", weight_of(strength)),))


def doubted(name: str, strength: float) -> Conclusion:
    return Conclusion(name, (), (Reason("r", "r", weight_of(strength)),))


WORLD = World(
    {
        "a": (Observation("a", 1.0, "line 1"), Observation("a", 0.2, "line 9")),
        "dev": (Observation("dev", 0.2, "line 5"),),
    },
    {"strong": believed("strong", 0.9), "weak": believed("weak", 0.3), "no": doubted("no", 0.8)},
)
STRONG, WEAK, UNKNOWN = Holds("strong", 0.5), Holds("weak", 0.5), Holds("unknown", 0.2)


@pytest.mark.parametrize(
    ("condition", "belief"),
    [
        (STRONG, 0.9),
        (WEAK, 0),
        (Holds("weak", 0.2), 0.3),
        (UNKNOWN, 0),
        (Refuted("no", 0.5), 0.8),
        (Refuted("strong", 0.1), 0),
        (Seen(("a",)), 1.0),
        (Seen(("dev",)), 0),
        (Seen(("dev",), quality=0.1), 0.2),
        (Seen(("absent", "a")), 1.0),
        (AllOf((STRONG, Holds("weak", 0.2))), 0.3),
        (AllOf((STRONG, WEAK)), 0),
        (AnyOf((STRONG, WEAK)), 0.9),
        (AnyOf((WEAK, UNKNOWN)), 0),
        (AnyOfMany((WEAK, STRONG, UNKNOWN)), 0.9),
        (AnyOfMany((WEAK, UNKNOWN)), 0),
        (NoneOf((WEAK, UNKNOWN)), 1.0),
        (NoneOf((STRONG, UNKNOWN)), 0),
        (AtLeast((STRONG, Holds("weak", 0.2), UNKNOWN), minimum=2), 0.3),
        (AtLeast((STRONG, WEAK, UNKNOWN), minimum=2), 0),
        (AtLeast((STRONG,), minimum=2), 0),
    ],
)
def test_belief_flows_from_the_parts(condition, belief):
    assert condition.judge(WORLD).belief == pytest.approx(belief)


def test_only_good_enough_places_are_named():
    assert Seen(("a",)).judge(WORLD).places == ("line 1",)
    assert Seen(("a",), quality=0.1).judge(WORLD).places == ("line 1", "line 9")


def test_a_judgement_keeps_the_part_that_failed():
    judgement = AllOf((STRONG, NoneOf((Seen(("a",)),)))).judge(WORLD)
    failed = [part.condition for part in judgement.parts if not part.holds]
    assert failed == [NoneOf((Seen(("a",)),))]
    assert [leaf.condition for leaf in judgement.leaves()] == [STRONG, Seen(("a",))]


def test_a_condition_says_what_it_needs():
    condition = AllOf((STRONG, AnyOf((WEAK, Seen(("x", "y"))))))
    assert list(condition.propositions()) == ["strong", "weak"]
    assert list(condition.symbols()) == ["x", "y"]


def test_of_many_beliefs_only_those_that_hold_are_kept():
    judgement = AnyOfMany((WEAK, STRONG, UNKNOWN)).judge(WORLD)
    assert [part.condition for part in judgement.parts] == [STRONG]
