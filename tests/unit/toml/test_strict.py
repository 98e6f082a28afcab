"""Syntax errors of TOML: position and words."""

import pytest

from framesage.toml.strict import TomlError, parse_strictly

CASES = [
    ('a = "b\nc = 1\n', (0, 6), "the string is not closed: add the closing quotation mark"),
    ('a = 1\nb = """c\nd = 2\n', (1, 4), "the string is not closed"),
    ("a = 'b\n", (0, 4), "the string is not closed"),
    ("a = '''b\n", (0, 4), "the string is not closed"),
    ("a b = 1\n", (0, 2), "'=' is missing after the key"),
    ("a = True\n", (0, 4), "not a value: put text in quotation marks; true and false are"),
    ("a = flask\n", (0, 4), "not a value: put text in quotation marks"),
    ("a = # later\n", (0, 4), "the value is missing"),
    ("a = [", None, "the value is missing"),
    ("= 1\n", (0, 0), "expected a key, a [table] or a comment"),
    ("a = 1\na = 2\n", (1, 5), "this key or table exists already"),
    ("[a.b]\n[a.b]\n", (1, 4), "the table [a.b] is defined twice; in a list of tables, each is [["),
    ("a = [1\nb = 2\n", (1, 0), "the list is not closed: add ']', or ',' between its items"),
    ("a = {b = 1 c = 2}\n", (0, 11), "the table is not closed: add '}', or ',' between its keys"),
    ("a = {b = 1, b = 2}\n", (0, 17), "the key 'b' is set twice"),
    ('a = "\\p"\n', (0, 7), "write a backslash as '\\\\', or the string in single quotes"),
    ('a = "\\u12"\n', (0, 7), "'\\x', '\\u' and '\\U' need a character's code"),
    ("[[a]\n", (0, 3), "the header of the table is not closed: add ']]'"),
    ('a = "x" y"\n', (0, 8), "unexpected text here: each key and each table starts on a new line"),
    ("a = 2026-02-31\n", (0, 4), "there is no such date or time"),
    ("a = {b = 1}\na.c = 2\n", (1, 7), "'a' is already complete: keys cannot be added"),
    ('a = "tab\x01"\n', (0, 8), "the character '\\x01' is not allowed here"),
]


@pytest.mark.parametrize(("text", "position", "words"), CASES, ids=[case[0] for case in CASES])
def test_a_syntax_error_says_what_is_wrong_and_where(text, position, words):
    found = parse_strictly(text)
    assert isinstance(found, TomlError)
    assert found.position == position
    assert found.message.startswith(words)


def test_the_last_string_without_an_end_is_the_one_that_is_shown():
    found = parse_strictly('a = """b"""\nc = """d\n')
    assert isinstance(found, TomlError)
    assert found.position == (1, 4)
