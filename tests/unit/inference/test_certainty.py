"""The algebra of certainty."""

import pytest

from framesage.inference import belief_of, weight_of
from framesage.inference.certainty import discounts


@pytest.mark.parametrize(("a", "b"), [(0.5, 0.5), (0.9, 0.1), (0.3, 0.8)])
def test_adding_weights_is_mycins_combination(a, b):
    assert belief_of(weight_of(a) + weight_of(b)) == pytest.approx(a + b - a * b)


def test_evidence_on_both_sides_is_emycins_combination():
    net = belief_of(weight_of(0.9) - weight_of(0.6))
    assert net == pytest.approx((0.9 - 0.6) / (1 - 0.6))


def test_more_against_than_for_is_no_belief():
    assert belief_of(weight_of(0.3) - weight_of(0.6)) == 0


def test_a_certain_strength_stays_below_one():
    assert 0.99 < belief_of(weight_of(1.0)) < 1


def test_the_strongest_counts_whole_the_next_half_the_next_a_quarter():
    assert discounts([1.0, 4.0, 2.0]) == [4.0, 1.0, 0.25]
