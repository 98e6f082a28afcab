"""Phrases are found whatever their inflection, spaces and articles."""

import pytest

from framesage.language.phrasebook import Phrasebook

BOOK = Phrasebook(
    [("log in", 1), ("login", 2), ("create account", 3), ("account", 4), ("web shop", 5)],
    skipped=["an", "their"],
)
BEGINNINGS = {
    "logged in users": ((1, 2), 2),
    "logins": ((1, 2), 1),
    "create an account": ((3,), 3),
    "creating their accounts now": ((3,), 3),
    "accounts": ((4,), 1),
    "webshop": ((5,), 1),
    "in log": None,
    "an account": None,
    "create": None,
}


@pytest.mark.parametrize(("text", "found"), BEGINNINGS.items())
def test_the_longest_phrase_at_a_position(text, found):
    words = text.split()
    match = BOOK.longest_at(words, 0, len(words))
    assert (match and (match.entries, match.end)) == found


def test_the_longest_phrase_before_a_position():
    words = ["a", "small", "web", "shop"]
    match = BOOK.longest_ending(words, 0, 4)
    assert match is not None
    assert (match.entries, match.start, match.end) == ((5,), 2, 4)
    assert BOOK.longest_ending(words, 3, 4) is None
    assert BOOK.longest_ending(words, 0, 3) is None


def test_phrases_that_differ_in_form_only():
    assert list(BOOK.same()) == [(1, 2)]


def test_an_empty_phrasebook_finds_nothing():
    assert not Phrasebook([])
    assert Phrasebook([]).longest_at(["log"], 0, 1) is None
