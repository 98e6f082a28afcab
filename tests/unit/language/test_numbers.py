"""Numbers count by their order of magnitude."""

import pytest

from framesage.language.numbers import magnitude
from framesage.language.phrasebook import Phrasebook
from framesage.language.words import sentences


@pytest.mark.parametrize(
    ("number", "power"),
    [
        ("7", "1"),
        ("50", "10"),
        ("250,000", "100000"),
        ("250.000", "100000"),
        ("300k", "100000"),
        ("2m", "1000000"),
        ("0", "0"),
        ("007", "1"),
        ("3d", "3d"),
        ("1,50", "1,50"),
        ("\u00b2", "\u00b2"),
        ("9" * 40, "9" * 40),
        ("users", "users"),
        ("", ""),
    ],
)
def test_the_magnitude_of_a_number(number, power):
    assert magnitude(number) == power


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("for 120,000 users", True),
        ("for 100k users", True),
        ("for 400 users", False),
        ("for 1,000,000 users", False),
        ("for 120,000, users", False),
    ],
)
def test_a_phrase_with_a_number_matches_numbers_of_its_magnitude(text, is_found):
    phrases = Phrasebook([("100000 user", "many")])
    (sentence,) = sentences(text)
    texts = [word.text for word in sentence]
    found = any(phrases.longest_at(texts, place, len(texts)) for place in range(len(texts)))
    assert found is is_found
