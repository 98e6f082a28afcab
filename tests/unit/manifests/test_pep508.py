"""Requirements in forms that the standard allows and few people use."""

import pytest

from framesage.manifests.pep508 import parse_requirement, parse_requirement_on_line
from growth import assert_linear


@pytest.mark.parametrize("written", ["(>=2)", " ( >=2 )", "(\t>=2\t)", "[a] ( >=2)"])
def test_specifier_in_parentheses(written):
    text = f"flask{written}"
    found = parse_requirement(text)
    assert (found.specifier, found.end) == (">=2", len(text))


URL = "https://e.org/x"


@pytest.mark.parametrize(
    ("text", "url", "marker", "url_on_line", "marker_on_line"),
    [
        (f"a @ {URL} ; os_name=='nt'", URL, "os_name=='nt'", URL, "os_name=='nt'"),
        (f"a @ {URL};b=='c'", f"{URL};b=='c'", "", URL, "b=='c'"),
        (f"a @ {URL};b=='c' ;x=='y'", f"{URL};b=='c'", "x=='y'", URL, "b=='c' ;x=='y'"),
        (f"a @ {URL}; b=='c'", URL, "b=='c'", URL, "b=='c'"),
    ],
)
def test_semicolon_in_a_url(text, url, marker, url_on_line, marker_on_line):
    found, on_line = parse_requirement(text), parse_requirement_on_line(text)
    assert (found.url, found.marker) == (url, marker)
    assert (on_line.url, on_line.marker) == (url_on_line, marker_on_line)


@pytest.mark.running_time
@pytest.mark.parametrize("text", ["a @ b{} x", "a @ {} x", "a ({}", "a @ b;{} c", "a({}>=1"])
@pytest.mark.parametrize("part", ["c", " ", ";", "; "])
def test_time_is_proportional_to_the_length(text, part):
    assert_linear(parse_requirement, lambda count: text.format(part * count), 20_000)
