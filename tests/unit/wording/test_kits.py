"""Kits in numbers."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from framesage.wording.kits import (
    KitCounts,
    all_included,
    alternatives_words,
    for_needs,
    kit_words,
    not_included_words,
    provision_words,
)

COUNTED = [
    (
        KitCounts(included=4, packages=1, open=1),
        "Django includes 4 and needs 1 package for the other one",
    ),
    (
        KitCounts(included=2, packages=8, open=9),
        "Django includes 2 and needs 8 packages for the other 9",
    ),
    (
        KitCounts(included=1, here=2, packages=6, open=5, choices=1, by_hand=1),
        "Django includes 1, has packages for 2 already, needs 6 packages for 5, takes a package of "
        "your choice for 1 and leaves 1 to you",
    ),
    (KitCounts(included=5), "Django includes everything"),
    (KitCounts(packages=2, open=1), "Django needs 2 packages"),
    (KitCounts(packages=2, open=3), "Django needs 2 packages for all 3"),
    (KitCounts(here=1), "Django has a package already"),
    (KitCounts(here=2), "Django has packages for both already"),
    (
        KitCounts(choices=2, included=1),
        "Django includes 1 and takes packages of your choice for the other 2",
    ),
    (KitCounts(by_hand=1), "Django leaves it to you"),
    (KitCounts(by_hand=2), "Django leaves both to you"),
]


@pytest.mark.parametrize(("counts", "words"), COUNTED, ids=[words for _, words in COUNTED])
def test_a_kit_is_counted(counts, words):
    assert kit_words("Django", counts) == words


@given(st.builds(KitCounts, *[st.integers(0, 9)] * 6))
def test_the_numbers_of_needs_add_up(counts):
    """However a kit covers its needs, the parts of the sentence name as many as there are."""
    assume(counts.needs and bool(counts.packages) == bool(counts.open))
    words = kit_words("X", counts).replace("both", "2").replace("everything", str(counts.needs))
    words = words.replace("the other one", "the other 1")
    words = re.sub(r"\bneeds \d+ packages?( for)?", "needs", words)
    named = sum(map(int, re.findall(r"\d+", words)))
    assert named == counts.needs or (counts.needs == 1 and named == 0)


def test_one_need_is_named_instead_of_counted():
    assert for_needs(["an ORM"]) == "For an ORM"
    assert for_needs(["an ORM", "forms"]) == "For these 2 needs"


def test_what_all_frameworks_include_is_said_once():
    assert all_included(2) == "both frameworks include everything"
    assert all_included(3) == "all frameworks include everything"


def test_what_none_of_several_frameworks_includes_is_named():
    assert not_included_words(2, ["a", "b"]) == "Neither framework includes a or b."
    assert not_included_words(3, ["a"]) == "No framework includes a."


@pytest.mark.parametrize(
    ("included", "packages", "choices", "words"),
    [
        ("flask.session", (), (), "included: flask.session"),
        ("", ("a", "b"), (), "a, b"),
        ("", (), ("a", "b"), "choose one: a, b"),
        ("", (), (), "build it yourself"),
    ],
)
def test_a_provision_is_in_words(included, packages, choices, words):
    assert provision_words(included, packages, choices) == words


def test_alternatives_are_in_parentheses():
    assert alternatives_words(["b", "c"]) == "(or b, c)"
    assert alternatives_words([]) == ""
