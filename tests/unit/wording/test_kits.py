"""Kits in numbers."""

import pytest

from framesage.wording.kits import (
    alternatives_words,
    for_needs,
    kit_words,
    not_included_words,
    provision_words,
)

COUNTED = [
    ((5, 4, 1, 0), "Django includes 4 and takes 1 package"),
    ((5, 1, 6, 1), "Django includes 1, takes 6 packages and leaves 1 to you"),
    ((5, 5, 0, 0), "Django includes all 5"),
    ((1, 1, 0, 0), "Django includes it"),
    ((1, 0, 2, 0), "Django takes 2 packages"),
    ((1, 0, 0, 1), "Django leaves it to you"),
    ((2, 0, 0, 2), "Django leaves both to you"),
]


@pytest.mark.parametrize(("numbers", "words"), COUNTED, ids=[words for _, words in COUNTED])
def test_a_kit_is_counted(numbers, words):
    assert kit_words("Django", *numbers) == words


def test_one_need_is_not_these_needs():
    assert [for_needs(number) for number in (1, 2)] == ["For this need", "For these 2 needs"]


def test_what_none_of_several_frameworks_includes_is_named():
    assert not_included_words(2, ["a", "b"]) == "Neither framework includes a or b."
    assert not_included_words(3, ["a"]) == "No framework includes a."


@pytest.mark.parametrize(
    ("included", "packages", "words"),
    [
        ("flask.session", (), "included: flask.session"),
        ("", ("a", "b"), "a, b"),
        ("", (), "build it yourself"),
    ],
)
def test_a_provision_is_in_words(included, packages, words):
    assert provision_words(included, packages) == words


def test_alternatives_are_in_parentheses():
    assert alternatives_words(["b", "c"]) == "(or b, c)"
    assert alternatives_words([]) == ""
