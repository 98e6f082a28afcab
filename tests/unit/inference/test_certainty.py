"""The arithmetic of certainty."""

import pytest

from framesage.inference import belief_of, weight_of
from framesage.inference.certainty import discounts


@pytest.mark.parametrize(("a", "b"), [(0.5, 0.5), (0.9, 0.1), (0.3, 0.8)])
def test_adding_weights_matches_mycin(a, b):
    assert belief_of(weight_of(a) + weight_of(b)) == pytest.approx(a + b - a * b)


def test_evidence_on_both_sides_matches_emycin():
    net = belief_of(weight_of(0.9) - weight_of(0.6))
    assert net == pytest.approx((0.9 - 0.6) / (1 - 0.6))


def test_stronger_evidence_against_gives_no_belief():
    assert belief_of(weight_of(0.3) - weight_of(0.6)) == 0


def test_belief_stays_below_one_for_a_strength_of_one():
    assert 0.99 < belief_of(weight_of(1.0)) < 1


def test_weights_after_the_strongest_are_halved_again_and_again():
    assert discounts([1.0, 4.0, 2.0]) == [4.0, 1.0, 0.25]


def test_thousands_of_pieces_of_evidence_add_up():
    weights = discounts([1.0] * 3000)
    assert (len(weights), weights[-1]) == (3000, 0.0)
    assert sum(weights) == pytest.approx(2)
