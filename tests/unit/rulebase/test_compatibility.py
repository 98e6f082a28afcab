"""Errors in limits and declarations."""

import re

import pytest

LIMIT = """[[limit]]
package = "salad"
versions = "<2"
works-with = "Pepper<3"
try = "import salad"
source = "https://example.org/"
"""
DECLARATION = """[[declaration]]
package = "salad"
on = "pepper"
source = "https://example.org/"
[declaration.from]
"1.0" = ">=2"
"1.10" = ">=3"
"""


def test_rows_are_read_as_they_are_written(make):
    base = make(LIMIT + DECLARATION)
    (limit,), (declaration,) = base.limits, base.declarations
    assert (limit.on, limit.works_with, limit.written) == ("pepper", "<3", "Pepper<3")
    assert declaration.steps == {"1.0": ">=2", "1.10": ">=3"}


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('"salad"', '"Salad"', "write 'salad' instead of 'Salad'"),
        ('"<2"', '"two"', "'two' is not a version specifier"),
        ('"Pepper<3"', '"Pepper"', "'Pepper' must be a package with a limit"),
        ('try = "import salad"\n', "", "'try' is missing"),
        ("source", "fixed = 'x'\nsource", "'x' must be a version like"),
        ("source", "pyton = '>=3.8'\nsource", "unknown key 'pyton'; did you mean 'python'?"),
    ],
)
def test_errors_of_limits_are_located(errors, before, after, message):
    (found,) = errors(LIMIT.replace(before, after, 1))
    assert re.match(r"[0-9]+:[0-9]+: ", found)
    assert message in found


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('"1.10"', '"1.0.0a"', "'1.0.0a' must be a version like"),
        ('"1.10"', '"0.9"', "list the versions in ascending order"),
        ('">=3"', '"3+"', "'3+' is not a version specifier"),
        ('"1.0" = ">=2"\n"1.10" = ">=3"\n', "", "'from' must not be empty"),
    ],
)
def test_errors_of_declarations_are_located(errors, before, after, message):
    (found,) = errors(DECLARATION.replace(before, after, 1))
    assert re.match(r"[0-9]+:[0-9]+: ", found)
    assert message in found
