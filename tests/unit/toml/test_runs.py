"""Runs of lines with one string each, which the scanner leaves as they are."""

import pytest

from framesage.toml import scan
from framesage.toml.runs import MOST_RUNS, Run, find_runs, item_on, kinds_of

ITEMS = ['  "a>=1",', "'b'", "", '  "c", # "x"', "  # ]"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('  "flask>=2",', "flask>=2"),
        ("'flask' ,  # web", "flask"),
        ('""', ""),
        ("# 'flask'", None),
        ("", None),
    ],
)
def test_strings_on_lines(line, text):
    item = item_on(line)
    assert (item.text if item else None) == text
    assert item is None or line[item.start : item.end] == text


@pytest.mark.parametrize(
    "line",
    ['"a', '"a", "b"', '"a\\n"', '"""', "# '''", '"a" = 1', "]", '{a = "b"}', '"\x00"', "\u00a0"],
)
def test_other_lines_end_a_run(line):
    assert find_runs(kinds_of([*ITEMS, line, *ITEMS])) == [Run(0, 5), Run(6, 11)]


def test_the_longest_runs_are_found():
    lines = [*ITEMS, "x"] * MOST_RUNS + [*ITEMS, *ITEMS]
    runs = find_runs(kinds_of(lines))
    assert (len(runs), runs[0], runs[-1]) == (
        MOST_RUNS,
        Run(0, 5),
        Run(len(lines) - 10, len(lines)),
    )
    assert find_runs(kinds_of(["# a"] * 9)) == []


def test_only_chosen_arrays_keep_runs():
    lines = ["a = [", *ITEMS, "]", "b = [", *ITEMS, '"d"]', "c =", *ITEMS, "e = '''", *ITEMS, "'''"]
    document = scan("", lines, find_runs(kinds_of(lines)), lambda path: path == ("a",))
    assert [item.kind for item in document.find("a").items] == ["run"]
    assert [item.text for item in document.find("b").items] == ["a>=1", "b", "c", "d"]
    whole = scan("", lines)
    for key in "bce":
        assert document.find(key) == whole.find(key)
