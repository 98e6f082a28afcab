"""A text becomes sentences of words, whose positions are those in the text."""

import pytest

from framesage.language.words import LONGEST, sentences, words

TEXTS = {
    "A web-based wiki. For teams!": [["a", "web", "based", "wiki"], ["for", "teams"]],
    "Tool (see v2.0), see https://salt.example/a.b": [
        ["tool", "(", "see", "v2", "0", ")", ",", "see"],
    ],
    "A **bold** <b>plan</b> <!-- no\nuse --> [wiki](https://a.b)": [["a", "bold", "plan", "wiki"]],
    "Title\n\nThe city's wiki\nfor all": [["title"], ["the", "city", "wiki", "for", "all"]],
    "Notes - and/or lists": [["notes", "-", "and", "/", "or", "lists"]],
    "W/ maps (w/o a log-in) and/w/o": [
        ["w/", "maps", "(", "w/o", "a", "log", "in", ")", "and", "/", "w", "/", "o"],
    ],
    "\x00\x07 \u200b": [],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_the_words_of_sentences(text, expected):
    found = [[word.text for word in sentence] for sentence in sentences(text)]
    assert found == expected


def test_words_know_their_positions():
    text = "A <i>small</i> e-mail\x00 Shop"
    for sentence in sentences(text):
        for word in sentence:
            assert text[word.start : word.end].lower() == word.text


def test_words_joined_by_hyphens_are_known():
    joined = [
        word.text
        for sentence in sentences("a peer-to-peer net")
        for word in sentence
        if word.joined
    ]
    assert joined == ["peer", "to"]


def test_only_the_beginning_of_a_text_is_read():
    assert sum(map(len, sentences("wiki " * 1_000_000))) == LONGEST / 5


def test_short_texts_as_words():
    assert words("Log-in, please") == ("log", "in", "please")
