"""Inflected, compound and British words are compared in a common form."""

import pytest

from framesage.language.stems import is_participle, is_plural, key, stem

SAME = [
    "book books booked",
    "booking bookings",
    "category categories",
    "catalog catalogs catalogue catalogues",
    "child children",
    "company companies",
    "label labels labeled labelled labeling",
    "manage manages managed managing",
    "organization organizations organisation organisations",
    "pay pays paid paying",
    "plan plans planned planning",
    "quiz quizzes",
    "query queries queried",
    "rate rates rated",
    "sell sells sold",
    "vote votes voting voted",
]
DIFFERENT = [
    ("account", "accounting"),
    ("book", "booking"),
    ("date", "dating"),
    ("list", "listing"),
    ("new", "news"),
    ("note", "not"),
    ("train", "training"),
    ("us", "use"),
]
SAME_PHRASES = [
    ["log in", "login", "log ins", "logged in", "logging in", "logs in"],
    ["e commerce", "ecommerce"],
    ["real time", "realtime"],
    ["web sites", "website", "web site"],
    ["sign up", "signups", "signed up"],
    ["back offices", "backoffice"],
]


@pytest.mark.parametrize("words", SAME)
def test_forms_of_a_word_have_one_stem(words):
    assert len(set(map(stem, words.split()))) == 1


@pytest.mark.parametrize(("word", "other"), DIFFERENT)
def test_words_of_different_meaning_keep_apart(word, other):
    assert stem(word) != stem(other)


@pytest.mark.parametrize("phrases", SAME_PHRASES)
def test_spaces_and_inflection_do_not_matter_in_phrases(phrases):
    assert len({key(phrase.split()) for phrase in phrases}) == 1


@pytest.mark.parametrize("word", ["", "s", "ss", "ed", "ing", "ies", "é", "北京", "0"])
def test_short_and_foreign_words_are_kept(word):
    assert isinstance(stem(word), str)
    assert isinstance(key([word, word]), str)


def test_plurals_and_participles_are_recognized():
    assert [word for word in ("sites", "site", "people", "news", "status") if is_plural(word)] == [
        "sites",
        "people",
    ]
    assert [word for word in ("stored", "feed", "store", "need") if is_participle(word)] == [
        "stored"
    ]
