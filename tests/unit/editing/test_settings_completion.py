"""Settings, values and rules are completed at a cursor marked ``|``."""

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
HEADER = "[tool.framesage]\n"
COMPLETED = {
    "the settings": (HEADER + "|", set(SETTINGS)),
    "a setting half-typed": (HEADER + "fr|", set(SETTINGS)),
    "the framework": (HEADER + "framework = |", {"flask", "django"}),
    "a flag": (HEADER + "layout = |", {"true", "false"}),
    "a severity to fail on": (HEADER + 'fail-on = "|"', set(SEVERITIES[1:])),
    "traits": ("[tool.framesage.traits]\nneeds-|", set(BASE.traits)),
    "dotted traits": (HEADER + "traits.|", set(BASE.traits)),
    "a trait's value": ("[tool.framesage.traits]\nneeds-auth = |", {"true", "false"}),
    "rules": ("[tool.framesage.rules]\n\n|", RULES),
    "a rule's severity": ("[tool.framesage.rules]\ntwo-frameworks = '|", set(SEVERITIES)),
    "ignored rules": ("[tool.framesage.ignore]\n|", RULES),
    "an ignore": ('[project]\ndependencies = [\n"flask", # framesage: ignore[|', RULES),
    "another table": (HEADER + "[project]\n|", set()),
    "a comment": (HEADER + "# |", set()),
    "a reason": ("[tool.framesage.ignore]\ntwo-frameworks = |", set()),
}


def at_cursor(text, name):
    before, _, after = text.partition("|")
    lines = before.split("\n")
    source = Source(Path("/project", name), before + after)
    return complete(source, Position(len(lines) - 1, len(lines[-1])), BASE)


@pytest.mark.parametrize(("text", "wanted"), COMPLETED.values(), ids=COMPLETED)
def test_completion(text, wanted):
    assert {suggestion.label for suggestion in at_cursor(text, "pyproject.toml")} == wanted


def test_a_settings_file_has_settings_at_the_top():
    assert {suggestion.label for suggestion in at_cursor("|", "framesage.toml")} == set(SETTINGS)


def test_a_requirements_file_has_only_ignore_comments():
    assert at_cursor("fl|", "requirements.txt") == []
    found = at_cursor("flask # framesage: ignore[two-frameworks, flask-|]", "requirements.txt")
    assert {suggestion.label for suggestion in found} == RULES
    assert found[0].range.start.character == len("flask # framesage: ignore[two-frameworks, ")


def test_strings_are_quoted_unless_they_are_already():
    bare = at_cursor(HEADER + "framework = |", "pyproject.toml")
    quoted = at_cursor(HEADER + 'framework = "fl|', "pyproject.toml")
    assert {suggestion.text for suggestion in bare} == {'"flask"', '"django"'}
    assert {suggestion.text for suggestion in quoted} == {"flask", "django"}


@pytest.mark.running_time
def test_long_ignore_comment_takes_linear_time():
    def complete_in(line: str) -> None:
        source = Source(Path("requirements.txt"), line)
        assert complete(source, Position(0, len(line)), BASE) == []

    assert_linear(complete_in, lambda length: "# framesage: ignore[" + "a" * length + "]", 20_000)
