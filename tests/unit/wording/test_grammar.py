"""Lists, plurals, capital letters and lengths of text."""

import pytest

from framesage.wording.grammar import capitalize, count_noun, join_words, limit_words, shorten


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_joined_as_in_a_sentence(words, joined):
    assert join_words(words) == joined


def test_the_last_word_can_be_joined_differently():
    assert join_words(["a", "b", "c"], "or") == "a, b or c"


def test_words_beyond_the_limit_are_counted():
    assert limit_words(["a", "b", "c"], 3) == ["a", "b", "c"]
    assert limit_words(["a", "b", "c", "d"], 3) == ["a", "b", "2 more"]
    assert limit_words(["a", "b", "c"], 1) == ["a", "2 more"]


def test_only_the_first_letter_is_capitalized():
    assert capitalize("an ORM") == "An ORM"
    assert capitalize("") == ""


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (11, "11 files")]
)
def test_a_noun_is_in_the_plural_unless_there_is_one(number, text):
    assert count_noun(number, "file") == text


def test_text_is_shortened_to_its_limit_with_the_ellipsis_included():
    assert shorten("abcdef", 6) == "abcdef"
    assert shorten("abcdefg", 6) == "abc..."
    assert shorten("abcdefg", 6, "…") == "abcde…"
