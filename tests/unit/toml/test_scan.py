"""The tolerant scanner: paths, locations, recovery, and time that grows with the text alone."""

import time

import pytest

from framesage.text import split_lines
from framesage.toml import scan

TEXT = """\
top = 1
[a.b]
"quoted key".c = "x"  # comment
list = ["one", 'two', { three = "3" }, ["four"]]
multi = \"\"\"
first \\
   second
"third" \"\"\"
[[tables]]
name = "n0"
[tables.sub]
deep = true
[[tables]]
name = "n1"
"""


def values(document) -> dict:
    return {entry.path: entry.value.text for entry in document.flat if entry.value.kind != "array"}


def at(text: str, span) -> str:
    lines = split_lines(text)
    assert span.start.line == span.end.line
    return lines[span.start.line][span.start.character : span.end.character]


def test_paths_and_values():
    found = values(scan(TEXT))
    assert found["top",] == "1"
    assert found["a", "b", "quoted key", "c"] == "x"
    assert found["a", "b", "multi"] == 'first second\n"third" '
    assert found["tables", 0, "name"] == "n0"
    assert found["tables", 0, "sub", "deep"] == "true"
    assert found["tables", 1, "name"] == "n1"
    items = scan(TEXT).find("a", "b", "list").items
    assert [item.text for item in items] == ["one", "two", "", ""]
    assert items[2].entries[0].value.text == "3"
    assert items[3].items[0].text == "four"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("a", "b", "list"), "list"),
        (("a", "b", "list", 1), "'two'"),
        (("a", "b", "list", 2, "three"), "three"),
        (("tables", 1, "name"), "name"),
        (("tables", 0, "sub"), "tables.sub"),
        (("tables", 1, "missing", "deeper"), "tables"),
        (("a", "b", "list", 9), "list"),
        (("nowhere",), ""),
    ],
)
def test_locate_finds_the_key_or_the_nearest_thing_above(path, text):
    assert at(TEXT, scan(TEXT).locate(path)) == text


def test_content_is_inside_the_quotes():
    value = scan(TEXT).find("a", "b", "quoted key", "c")
    assert (at(TEXT, value.range), at(TEXT, value.content)) == ('"x"', "x")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r'"a\tb\u00e9\U0001F600\"\\"', 'a\tbé😀"\\'),
        (r"'a\tb'", r"a\tb"),
        (r'"\q\uD800"', r"q\uD800"),
        ('""', ""),
        ("''''''", ""),
        ('"""a""""', 'a"'),
    ],
)
def test_strings(written, meant):
    assert scan(f"x = {written}").find("x").text == meant


def test_a_string_of_several_lines_in_an_array():
    document = scan('x = ["""\nflask""", "y"]\nz = 1')
    assert [item.text for item in document.find("x").items] == ["flask", "y"]
    assert document.find("z").text == "1"


def test_quotes_being_typed_do_not_take_another_keys_string():
    text = 'deps = [\n"a",\n"""b,\n"c"]\n[tool.x]\nd = """ok"""\n'
    document = scan(text)
    assert [item.text for item in document.find("deps").items] == ["a", "b", "c"]
    assert document.find("tool", "x", "d").text == "ok"


MEGABYTE = 1_000_000
HARD = {
    "brackets swallowed by a string": 'x="' + "]," * 200_000,
    "closing brackets after a string": 'x=["' + "]" * 300_000,
    "quotes": 'a="' * 100_000,
    "one long string": "x = '" + "a" * 10 * MEGABYTE,
    "open brackets": "x = " + "[" * 200_000,
    "headers": "[[" * 100_000,
    "unclosed strings of several lines": 'x = """\n' * 20_000,
    "dotted words": "a." * 200_000,
    "words": "a " * 200_000,
    "words in an array": "x=[" + "a " * 200_000,
    "escapes": 'x = "' + "\\" * 500_000,
    "commas": "x=[" + "," * 200_000,
    "equals": "=" * 200_000,
    "blanks at the end": "x = 1" + " " * 200_000,
    "blanks between odd ones": ("x = 1" + " " * 200_000 + "\u00a0") * 2,
    "quotes that close nothing": '\\"""\n' * 50_000 + 'z = """\n',
    "keys below a long header": "[" + "a." * 50_000 + "a]\n" + "b = 1\n" * 50_000,
    "long keys in tables in tables": "x = "
    + ("{" + "a." * 1000 + "a = ") * 100
    + "b = 1," * 50_000,
}


@pytest.mark.parametrize("kind", HARD)
def test_time_grows_with_the_text_alone(kind):
    """Generous, and in the process's own time: what is quadratic in these takes minutes."""
    start = time.process_time()
    scan(HARD[kind])
    assert time.process_time() - start < 40
