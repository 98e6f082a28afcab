"""Conditions evaluated against a small working memory."""

import pytest

from framesage.inference import (
    AllOf,
    AnyOf,
    AtLeast,
    Believed,
    Conclusion,
    Disbelieved,
    NoneOf,
    Observed,
    Reason,
    Reliability,
    WorkingMemory,
    weight_of,
)


def believed(name: str, strength: float) -> Conclusion:
    return Conclusion(name, (Reason("r", "r", weight_of(strength)),))


def disbelieved(name: str, strength: float) -> Conclusion:
    return Conclusion(name, (), (Reason("r", "r", weight_of(strength)),))


MEMORY = WorkingMemory(
    {"a": Reliability(1.0, 1.0), "dev": Reliability(0.2, 0.2)},
    {
        "strong": believed("strong", 0.9),
        "weak": believed("weak", 0.3),
        "no": disbelieved("no", 0.8),
    },
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
def test_belief_follows_from_the_parts(condition, belief):
    assert condition.evaluate(MEMORY).belief == pytest.approx(belief)


def test_evaluation_keeps_the_part_that_does_not_hold():
    evaluation = AllOf((STRONG, NoneOf((Observed(("a",)),)))).evaluate(MEMORY)
    failed = [part.condition for part in evaluation.parts if not part.holds]
    assert failed == [NoneOf((Observed(("a",)),))]
    assert [leaf.condition for leaf in evaluation.leaves()] == [STRONG, Observed(("a",))]


def test_condition_lists_its_propositions_and_symbols():
    condition = AllOf((STRONG, AnyOf((WEAK, Observed(("x", "y"))))))
    assert list(condition.propositions()) == ["strong", "weak"]
    assert list(condition.symbols()) == ["x", "y"]


def test_any_of_can_omit_parts_that_do_not_hold():
    evaluation = AnyOf((WEAK, STRONG, UNKNOWN), keep_false=False).evaluate(MEMORY)
    assert [part.condition for part in evaluation.parts] == [STRONG]
