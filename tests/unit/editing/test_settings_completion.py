"""What can be written where, at a cursor marked ``|``."""

from pathlib import Path

import pytest

from framesage.editing.settings_completion import complete
from framesage.project.settings_schema import SETTINGS
from framesage.rulebase import load_rule_base
from framesage.severity import SEVERITIES
from framesage.text import Position, Source
from growth import assert_linear

BASE = load_rule_base()
RULES = set(BASE.advice)
OURS = "[tool.framesage]\n"
PLACES = {
    "the settings": (OURS + "|", set(SETTINGS)),
    "a setting half-typed": (OURS + "fr|", set(SETTINGS)),
    "the framework": (OURS + "framework = |", {"flask", "django"}),
    "a flag": (OURS + "layout = |", {"true", "false"}),
    "a level to fail on": (OURS + 'fail-on = "|"', set(SEVERITIES[1:])),
    "traits": ("[tool.framesage.traits]\nneeds-|", set(BASE.traits)),
    "dotted traits": (OURS + "traits.|", set(BASE.traits)),
    "a trait's value": ("[tool.framesage.traits]\nneeds-auth = |", {"true", "false"}),
    "rules": ("[tool.framesage.rules]\n\n|", RULES),
    "a rule's level": ("[tool.framesage.rules]\ntwo-frameworks = '|", set(SEVERITIES)),
    "ignored rules": ("[tool.framesage.ignore]\n|", RULES),
    "an ignore": ('[project]\ndependencies = [\n"flask", # framesage: ignore[|', RULES),
    "another table": (OURS + "[project]\n|", set()),
    "a comment": (OURS + "# |", set()),
    "a reason": ("[tool.framesage.ignore]\ntwo-frameworks = |", set()),
}


def at_cursor(text, name):
    before, _, after = text.partition("|")
    lines = before.split("\n")
    source = Source(Path("/project", name), before + after)
    return complete(source, Position(len(lines) - 1, len(lines[-1])), BASE)


@pytest.mark.parametrize(("text", "wanted"), PLACES.values(), ids=PLACES)
def test_what_can_be_written(text, wanted):
    assert {one.label for one in at_cursor(text, "pyproject.toml")} == wanted


def test_a_file_of_settings_has_them_at_the_top():
    assert {one.label for one in at_cursor("|", "framesage.toml")} == set(SETTINGS)


def test_a_requirements_file_has_no_settings_but_ignores():
    assert at_cursor("fl|", "requirements.txt") == []
    found = at_cursor("flask # framesage: ignore[two-frameworks, flask-|]", "requirements.txt")
    assert {one.label for one in found} == RULES
    assert found[0].range.start.character == len("flask # framesage: ignore[two-frameworks, ")


def test_texts_are_quoted_unless_they_are_already():
    bare = at_cursor(OURS + "framework = |", "pyproject.toml")
    quoted = at_cursor(OURS + 'framework = "fl|', "pyproject.toml")
    assert {one.text for one in bare} == {'"flask"', '"django"'}
    assert {one.text for one in quoted} == {"flask", "django"}


def test_long_ignore_comment_takes_linear_time():
    def complete_in(line: str) -> None:
        source = Source(Path("requirements.txt"), line)
        assert complete(source, Position(0, len(line)), BASE) == []

    assert_linear(complete_in, lambda length: "# framesage: ignore[" + "a" * length + "]", 20_000)
