"""Rules are completed in an ignore comment, at a cursor marked ``|``."""

from pathlib import Path

import pytest

from framesage.editing.ignore_completion import complete_ignores
from framesage.rulebase import load_rule_base
from framesage.text import Position, Source
from growth import assert_linear

BASE = load_rule_base()


def at_cursor(text: str, name: str):
    before, _, after = text.partition("|")
    lines = before.split("\n")
    source = Source(Path("/project", name), before + after)
    return complete_ignores(source, Position(len(lines) - 1, len(lines[-1])), BASE)


@pytest.mark.parametrize(
    ("text", "name", "typed"),
    [
        ("flask # framesage: ignore[two-frameworks, flask-|]", "requirements.txt", "flask-"),
        ("flask # framesage: ignore[|", "requirements.txt", ""),
        ("# framesage: ignore-file[tw|]", "requirements.txt", "tw"),
        ('[project]\ndependencies = [\n"flask", # framesage: ignore[|', "pyproject.toml", ""),
    ],
)
def test_rules_replace_what_is_typed(text, name, typed):
    found = at_cursor(text, name)
    assert {suggestion.label for suggestion in found} == set(BASE.advice)
    span = found[0].range
    assert span.end.character - span.start.character == len(typed)


@pytest.mark.parametrize("text", ["fl|", "flask # |", "flask # framesage: ignore[a] |"])
def test_elsewhere_there_are_none(text):
    assert at_cursor(text, "requirements.txt") == []


@pytest.mark.running_time
def test_long_ignore_comment_takes_linear_time():
    def complete_in(line: str) -> None:
        assert complete_ignores(Source(Path("x.txt"), line), Position(0, len(line)), BASE) == []

    assert_linear(complete_in, lambda length: "# framesage: ignore[" + "a" * length + "]", 20_000)
