"""The tolerant scanner: paths, locations, recovery and linear time."""

import pytest

from framesage.text import split_lines
from framesage.toml import scan
from growth import assert_linear

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
def test_locate_finds_the_key_or_its_closest_parent(path, text):
    assert at(TEXT, scan(TEXT).locate(path)) == text


def test_content_excludes_the_quotes():
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


def test_multi_line_string_in_an_array():
    document = scan('x = ["""\nflask""", "y"]\nz = 1')
    assert [item.text for item in document.find("x").items] == ["flask", "y"]
    assert document.find("z").text == "1"


def test_open_quotes_do_not_reach_the_string_of_another_key():
    text = 'deps = [\n"a",\n"""b,\n"c"]\n[tool.x]\nd = """ok"""\n'
    document = scan(text)
    assert [item.text for item in document.find("deps").items] == ["a", "b", "c"]
    assert document.find("tool", "x", "d").text == "ok"


HARD = {
    "brackets behind a string without a closing quote": ('x="{}', "],", 20_000),
    "closing brackets behind a string": ('x=["{}', "]", 30_000),
    "quotes": ("{}", 'a="', 10_000),
    "one long string": ("x = '{}", "a", 500_000),
    "open brackets": ("x = {}", "[", 20_000),
    "headers": ("{}", "[[", 10_000),
    "unclosed multi-line strings": ("{}", 'x = """\n', 4_000),
    "dotted words": ("{}", "a.", 20_000),
    "words": ("{}", "a ", 20_000),
    "words in an array": ("x=[{}", "a ", 20_000),
    "escapes": ('x = "{}', "\\", 100_000),
    "commas": ("x=[{}", ",", 20_000),
    "equals signs": ("{}", "=", 20_000),
    "spaces at the end": ("x = 1{}", " ", 200_000),
    "spaces between invalid ones": ("x = 1{0}\u00a0x = 1{0}\u00a0", " ", 100_000),
    "quotes that close nothing": ('{}z = """\n', '\\"""\n', 5_000),
    "keys below a long header": ("[" + "a." * 10_000 + "a]\n{}", "b = 1\n", 5_000),
    "long keys in nested tables": (
        "x = " + ("{{" + "a." * 1000 + "a = ") * 100 + "{}",
        "b = 1,",
        5_000,
    ),
}


@pytest.mark.running_time
@pytest.mark.parametrize("kind", HARD)
def test_time_is_proportional_to_the_length(kind):
    frame, repeated, size = HARD[kind]
    assert_linear(scan, lambda count: frame.format(repeated * count), size)


VALID = {
    "escapes of TOML 1.1": (r'x = "fl\x61sk\e"', "flask\x1b"),
    "blanks of Unicode behind a backslash": ('x = """a\\\n \u00a0\u2028b"""', "a\u00a0\u2028b"),
    "a key inside a string": ('x = """\nname = """\n', "name = "),
    "a key inside a literal string": ("x = '''\nname = '''\n", "name = "),
}


@pytest.mark.parametrize("kind", VALID)
def test_strings_of_valid_files(kind):
    text, meant = VALID[kind]
    assert scan(text).find("x").text == meant


def test_arrays_of_valid_files():
    document = scan("x = [\n[true],\n[inf\n], [\n2]]\ny = 1\n")
    assert [[item.text for item in inner.items] for inner in document.find("x").items] == [
        ["true"],
        ["inf"],
        ["2"],
    ]
    assert document.find("y").text == "1"
