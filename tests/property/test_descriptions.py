"""Properties of reading descriptions, for any text."""

from hypothesis import assume, example, given
from hypothesis import strategies as st

from framesage.analysis.description import read_description
from framesage.language.stems import key, stem
from framesage.language.words import sentences
from framesage.rulebase.load import load_rule_base

LEXICON = load_rule_base().lexicon
WORDS = st.sampled_from(
    [
        *("a", "an", "the", "of", "for", "with", "no", "not", "and", "or", "is", "that"),
        *(",", "-", "(", ")", "/", ":", ".", "\n\n", "\x00", "<b>", "`x`", "é", "北京", "Q&A"),
        *("web", "online", "shop", "api", "rest", "library", "plugin", "members", "log-in"),
        *("logged", "in", "upload", "small", "app", "prototype", "management", "system", "tool"),
        *("Build", "store's"),
    ]
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)
TEXTS = SENTENCES | st.text(max_size=200)


@given(TEXTS)
@example("no " * 50)
@example("- : , ( the a with and / of")
def test_any_text_is_read_and_mentions_lie_within_it(text):
    for mention in read_description(text, LEXICON).mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip()
        assert 0 < mention.reliability <= 1


@given(TEXTS)
def test_the_words_of_a_text_are_where_they_say(text):
    for sentence in sentences(text):
        for word in sentence:
            assert word.start < word.end
            if not word.is_mark:
                assert text[word.start : word.end].lower().startswith(word.text)


@given(TEXTS, TEXTS)
def test_a_further_sentence_does_not_change_what_the_project_is(first, second):
    reading = read_description(first, LEXICON)
    both = read_description(f"{first}\n\n{second}", LEXICON)
    if reading.names_kind:
        assert kinds(both) == kinds(reading)


@given(st.from_regex(r"[a-z]{2,9}[bdgklmnprt]", fullmatch=True))
def test_a_plural_has_the_stem_of_its_word(word):
    assume(word not in ("child", "man", "men", "person", "woman", "women"))
    assert stem(f"{word}s") == stem(word)
    assert key([f"{word}s"]) == stem(word)


def kinds(reading):
    """Return the kinds in a reading, with their ranges."""
    return [mention for mention in reading.mentions if mention.symbol.startswith("kind:")]
