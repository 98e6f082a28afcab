"""Tables, keys and values of the settings are completed at a cursor marked ``|``."""

from pathlib import Path

import pytest

from framesage.advice.builtin_rules import FILE_RULES, SUPPRESSION_RULES
from framesage.editing.settings.completion import complete_settings
from framesage.fixes.ignores import PLACEHOLDER
from framesage.manifests import read_any
from framesage.project.settings.schema import SETTINGS
from framesage.rulebase import load_rule_base
from framesage.severity import SEVERITIES
from framesage.text import Position, Source
from growth import assert_linear

BASE = load_rule_base()
BUILT_IN = FILE_RULES | SUPPRESSION_RULES
IGNORABLE = {*BASE.advice, *BUILT_IN}
RULES = {*IGNORABLE, *BASE.guidance}
TRAITS = set(BASE.traits)
HEADER = "[tool.framesage]\n"
TABLES = {
    "[tool.framesage]",
    "[tool.framesage.traits]",
    "[tool.framesage.rules]",
    "[tool.framesage.ignore]",
    "[tool.framesage.per-file]",
}
COMPLETED = {
    "the settings": (HEADER + "|", set(SETTINGS)),
    "a setting half-typed": (HEADER + "fr|", set(SETTINGS)),
    "an indented setting": (HEADER + "  fr|", set(SETTINGS)),
    "the framework": (HEADER + "framework = |", {"flask", "django"}),
    "the framework half-typed": (HEADER + "framework = fl|", {"flask", "django"}),
    "the framework in an open quote": (HEADER + 'framework = "fl|', {"flask", "django"}),
    "a flag": (HEADER + "layout = |", {"true", "false"}),
    "a flag in quotes": (HEADER + 'layout = "|"', set()),
    "a severity to fail on": (HEADER + 'fail-on = "|"', set(SEVERITIES[1:])),
    "traits": ("[tool.framesage.traits]\nneeds-|", TRAITS),
    "dotted traits": (HEADER + "traits.|", TRAITS),
    "traits of an open inline table": (HEADER + "traits = { ne|", TRAITS),
    "traits of an inline table": (HEADER + "traits = { ne| }", TRAITS),
    "further traits of an inline table": (
        HEADER + "traits = { needs-auth = true, | }",
        TRAITS - {"needs-auth"},
    ),
    "a trait's value": ("[tool.framesage.traits]\nneeds-auth = |", {"true", "false"}),
    "a trait's value inline": (HEADER + "traits = {needs-auth = tr|}", {"true", "false"}),
    "a dotted trait's value": (HEADER + "traits.needs-auth = |", {"true", "false"}),
    "the table of an ignore": (HEADER + "ignore.two-frameworks = { | }", {"reason", "until"}),
    "the rest of a table of an ignore": (
        "[tool.framesage.ignore]\ntwo-frameworks = { reason = 'a', u| }",
        {"until"},
    ),
    "the rules in some files": ("[tool.framesage.per-file]\n'old/**' = { | }", IGNORABLE),
    "the rules in a table of some files": ("[tool.framesage.per-file.'old/**']\n|", IGNORABLE),
    "a severity in some files": (
        "[tool.framesage.per-file]\n'old/**' = { two-frameworks = '|' }",
        set(SEVERITIES),
    ),
    "rules": ("[tool.framesage.rules]\n\n|", RULES),
    "a rule's severity": ("[tool.framesage.rules]\ntwo-frameworks = '|", set(SEVERITIES)),
    "a severity inline": (HEADER + 'rules = { two-frameworks = "|" }', set(SEVERITIES)),
    "ignored rules": ("[tool.framesage.ignore]\n|", IGNORABLE),
    "a quoted table": ('["tool".framesage."traits"]\nneeds-|', TRAITS),
    "below an open list": (f'[project]\ndependencies = ["flask"\n{HEADER}|', set(SETTINGS)),
    "below an open string": (f'[project]\nname = "shop\n{HEADER}|', set(SETTINGS)),
    "above another table": (HEADER + "|\n[project]\n", set(SETTINGS)),
    "another table": (HEADER + "[project]\n|", set()),
    "a table with a name that starts alike": ("[tool.framesagex]\n|", set()),
    "a comment": (HEADER + "# |", set()),
    "a comment behind a value": (HEADER + "layout = true # |", set()),
    "a reason": ("[tool.framesage.ignore]\ntwo-frameworks = |", set()),
    "a path": (HEADER + 'exclude = ["|"]', set()),
    "a line of a list": (HEADER + "exclude = [\n  |\n]", set()),
    "a description": (HEADER + 'description = "fl|"', set()),
    "a text over several lines": (HEADER + 'description = """\nfl|\n"""', set()),
    "behind a value": (HEADER + "layout = true |", set()),
    "two words": (HEADER + "layout fr|", set()),
    "below a value": (HEADER + "layout.|", set()),
    "a header": ("[|", TABLES),
    "a header with its bracket": ("[|]", TABLES),
    "a header half-typed": ("[to|", TABLES),
    "a dotted header": ("[tool.|", TABLES),
    "a header almost typed": ("[tool.framesage.|]", TABLES - {"[tool.framesage]"}),
    "a header by its last part": ("[fr|]", TABLES),
    "a header of another tool": ("[tool.ru|", set()),
    "a header of the project": ("[project.|", set()),
    "an array of tables": ("[[to|", set()),
    "a header among settings": (HEADER + 'framework = "flask"\n\n[|', TABLES - {HEADER[:-1]}),
    "a header below an open list": ('[project]\ndependencies = [\n"flask"\n[tool.f|', TABLES),
    "a bracket in a list": ("[project]\ndependencies = [\n  [|\n]", set()),
    "a bracket in an extra": ('[project]\ndependencies = ["flask[|"]', set()),
    "a list of another table": ('[tool.ruff]\nselect = ["to|"]', set()),
    "a present header": ("[tool.framesage.rules]\n[|", TABLES - {"[tool.framesage.rules]"}),
    "the header at the cursor": (
        "[tool.framesage.ru|les]\ntwo-frameworks = 'off'",
        {"[tool.framesage.rules]"},
    ),
    "a header of a table inline": (
        HEADER + "traits = {}\n[|",
        TABLES - {"[tool.framesage]", "[tool.framesage.traits]"},
    ),
    "a header of dotted keys": (
        HEADER + "traits.mvp = true\n[|",
        TABLES - {"[tool.framesage]", "[tool.framesage.traits]"},
    ),
}


@pytest.fixture
def complete(at_cursor):
    def run(marked: str, name: str = "pyproject.toml"):
        manifest, position = at_cursor(marked, name)
        return complete_settings(manifest, position, BASE)

    return run


@pytest.fixture
def accept(complete):
    """Return a function that accepts a suggestion: it returns the line with the cursor."""

    def run(marked: str, label: str, name: str = "pyproject.toml", *, snippet: bool = False) -> str:
        (found,) = [item for item in complete(marked, name) if item.label == label]
        line = marked.replace("|", "").split("\n")[found.range.start.line]
        text = (found.snippet or found.text) if snippet else found.text
        return line[: found.range.start.character] + text + line[found.range.end.character :]

    return run


@pytest.mark.parametrize(("text", "wanted"), COMPLETED.values(), ids=COMPLETED)
def test_completion(text, wanted, complete):
    assert {suggestion.label for suggestion in complete(text)} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("|", set(SETTINGS)),
        ("traits.ne|", TRAITS),
        ("[|]", {"[traits]", "[rules]", "[ignore]", "[per-file]"}),
        ("[tr|", {"[traits]"}),
        ("[tool.|", set()),
        ("[traits]\n|", TRAITS),
    ],
)
def test_a_settings_file_has_settings_at_the_top(text, wanted, complete):
    assert {suggestion.label for suggestion in complete(text, "framesage.toml")} == wanted


def test_other_files_have_no_settings(complete):
    assert complete("fr|", "requirements.txt") == []
    assert complete("[packages]\n|", "Pipfile") == []


def test_present_keys_are_not_suggested_again(complete):
    text = HEADER + 'layout = true\ntraits.mvp = true\n|\n[tool.framesage.rules]\na = "off"\n'
    found = {suggestion.label for suggestion in complete(text)}
    assert found == set(SETTINGS) - {"layout", "traits", "rules"}
    renamed = complete(HEADER + "lay|out = true\n")
    assert "layout" in {suggestion.label for suggestion in renamed}


@pytest.mark.parametrize(
    ("marked", "label", "plain", "snippet"),
    [
        (HEADER + "fr|", "framework", "framework = ", 'framework = "${1|flask,django|}"'),
        (HEADER + "|", "decision", 'decision = ""', 'decision = "$1"'),
        (HEADER + "|", "layout", "layout = false", "layout = ${1|false,true|}"),
        (HEADER + "|", "inlay-hints", "inlay-hints = true", "inlay-hints = ${1|true,false|}"),
        (HEADER + "|", "exclude", "exclude = []", 'exclude = ["$1"]'),
        (HEADER + "|", "traits", "traits = {}", "traits = { $1 }"),
        (HEADER + "traits.ne|", "mvp", "traits.mvp = true", "traits.mvp = ${1|true,false|}"),
        (
            "[tool.framesage.rules]\n|",
            "two-frameworks",
            'two-frameworks = "off"',
            f'two-frameworks = "${{1|{",".join(SEVERITIES)}|}}"',
        ),
        (
            "[tool.framesage.ignore]\n|",
            "two-frameworks",
            f'two-frameworks = "{PLACEHOLDER}"',
            f'two-frameworks = "${{1:{PLACEHOLDER}}}"',
        ),
    ],
)
def test_a_key_comes_with_a_fitting_value(marked, label, plain, snippet, accept):
    assert accept(marked, label) == plain
    assert accept(marked, label, snippet=True) == snippet


@pytest.mark.parametrize(
    ("marked", "label", "line"),
    [
        (HEADER + 'fr|amework = "flask"', "framework", 'framework = "flask"'),
        (HEADER + "la|=true", "layout", "layout=true"),
        (HEADER + "traits = {ne| = true}", "needs-auth", "traits = {needs-auth = true}"),
        (HEADER + 'framework = "fl|"', "flask", 'framework = "flask"'),
        (HEADER + 'framework = "|django" # x', "flask", 'framework = "flask" # x'),
        (HEADER + 'framework = "fl|', "flask", 'framework = "flask"'),
        (HEADER + "framework = 'fl|", "flask", "framework = 'flask'"),
        (HEADER + "framework = fl|", "flask", 'framework = "flask"'),
        (HEADER + "framework =|", "flask", 'framework = "flask"'),
        (HEADER + "layout =|", "true", "layout = true"),
        (HEADER + "layout = f|alse", "true", "layout = true"),
        ("[|", "[tool.framesage]", "[tool.framesage]"),
        ("[|]", "[tool.framesage]", "[tool.framesage]"),
        ("[ to| ] # x", "[tool.framesage.traits]", "[tool.framesage.traits] # x"),
        ("  [tool.|framesage]", "[tool.framesage.rules]", "  [tool.framesage.rules]"),
    ],
)
def test_what_follows_the_cursor_is_replaced_or_kept(marked, label, line, accept):
    assert accept(marked, label) == line


def test_suggestions_say_what_they_mean(complete):
    (auth,) = [item for item in complete(HEADER + "traits.|") if item.label == "needs-auth"]
    trait = BASE.traits["needs-auth"]
    assert auth.detail == trait.title
    assert trait.description in auth.about
    assert trait.question.text in auth.about
    (off,) = [item for item in complete("[tool.framesage.rules]\nmvp = '|'") if item.label == "off"]
    assert off.detail == "The rule reports nothing."


def test_characters_outside_of_the_basic_plane_count_as_one(accept):
    text = "[tool.framesage.ignore]\n\U0001f40d = '\U0001f40d' # \U0001f40d\n|"
    assert accept(text, "two-frameworks").startswith("two-frameworks = ")


@pytest.mark.running_time
def test_a_long_file_takes_linear_time():
    def complete_below(text: str) -> None:
        manifest = read_any(Source(Path("/project/pyproject.toml"), text))
        lines = manifest.source.lines
        end = Position(len(lines) - 1, len(lines[-1]))
        assert complete_settings(manifest, end, BASE)

    def text_of(length: int) -> str:
        return "[project]\n" + 'x = ["a"]\n' * (length // 10) + HEADER + "fr"

    assert_linear(complete_below, text_of, 40_000)


@pytest.mark.parametrize("name", ["pyproject.toml", "framesage.toml"])
def test_no_position_in_any_cut_of_a_file_is_a_failure(name, complete):
    text = (
        '[tool.framesage]\nframework = "flask"\ntraits = { mvp = true, "x" = \'y\' }\n'
        'd = """\n\U0001f40d\n"""\n[[a."b"]]\nx = [1, { y = "z" }]\n  [\t"q". r ]\n= 3\n"'
    )
    for end in range(len(text)):
        complete(f"{text[:end]}|", name)
        complete(f"{text[:end]}|{text[end + 1 :]}", name)
