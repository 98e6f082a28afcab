"""Hovers on settings, at a cursor marked ``|``; ``wanted`` is in the text, "" is for no hover."""

from pathlib import Path

import pytest

from framesage.lsp.markdown.settings_hover import settings_text
from framesage.manifests import read_any
from framesage.rulebase import load_rule_base
from framesage.text import Position, Range, Source

BASE = load_rule_base()
AUTH = BASE.traits["needs-auth"]
RULE = BASE.advice["two-frameworks"]
HEADER = "[tool.framesage]\n"
HOVERS = {
    "the table": ("[tool.frame|sage]", "framework"),
    "the table of all tools": ("[to|ol.framesage]", ""),
    "the table of the traits": ("[tool.framesage.tra|its]", "Traits that the project has"),
    "the table in the table of the traits": ("[tool.frame|sage.traits]", "framework"),
    "a key": (HEADER + 'fra|mework = "flask"', "`flask` or `django`"),
    "a key of an inline table": (HEADER + "traits = { needs-|auth = true }", AUTH.title),
    "a dotted trait": (HEADER + "traits.needs-|auth = true", AUTH.title),
    "a dotted table": (HEADER + "tra|its.needs-auth = true", "Traits that the project has"),
    "a trait": ("[tool.framesage.traits]\n|needs-auth = true", AUTH.question.text),
    "a quoted trait": ("[tool.framesage.traits]\n'needs-|auth' = true", AUTH.title),
    "a trait that holds": ("[tool.framesage.traits]\nneeds-auth = tr|ue", AUTH.title),
    "a trait that does not": ("[tool.framesage.traits]\nneeds-auth = fal|se", AUTH.denial),
    "a framework": (HEADER + 'framework = "fl|ask"', "`flask`: Flask"),
    "a severity": ('[tool.framesage.rules]\ntwo-frameworks = "of|f"', "reports nothing"),
    "a flag": (HEADER + "layout = t|rue", "names of the project's files"),
    "a rule": ('[tool.framesage.rules]\ntwo-|frameworks = "off"', RULE.why),
    "a rule of guidance": (f"[tool.framesage.rules]\n|{next(iter(BASE.guidance))} = 'off'", "Sour"),
    "an ignored rule": ('[tool.framesage.ignore]\ntwo-|frameworks = "x"', RULE.why),
    "an ignored rule with a table": (
        "[tool.framesage.ignore]\ntwo-|frameworks = { reason = 'x' }",
        RULE.why,
    ),
    "the end of an ignore": (
        "[tool.framesage.ignore]\ntwo-frameworks = { un|til = '2027-01-31' }",
        "The last day on",
    ),
    "a pattern": ("[tool.framesage.per-file]\n'old/|**' = {}", "rules in files that match"),
    "a rule in some files": (
        "[tool.framesage.per-file.'old/**']\ntwo-|frameworks = 'off'",
        RULE.why,
    ),
    "a severity in some files": (
        "[tool.framesage.per-file]\n'old/**' = { two-frameworks = 'of|f' }",
        "reports nothing",
    ),
    "a built-in rule": ('[tool.framesage.ignore]\nunused-|ignore = "x"', "matches no finding"),
    "a misspelled key": (HEADER + 'fram|wrk = "flask"', ""),
    "a misspelled trait": ("[tool.framesage.traits]\nneeds-|auht = true", ""),
    "a misspelled rule": ("[tool.framesage.rules]\ntwo-|framewrks = 'off'", ""),
    "a misspelled framework": (HEADER + 'framework = "fl|sk"', ""),
    "a misspelled table": ("[tool.framesage.tr|ats]", ""),
    "a trait among the rules": ("[tool.framesage.rules]\nneeds-|auth = 'off'", ""),
    "a path": (HEADER + 'exclude = ["fl|ask"]', ""),
    "a description": (HEADER + 'description = "fl|ask"', ""),
    "another table": ("[tool.ruff]\nlay|out = true", ""),
    "below a value": (HEADER + "framework.fl|ask = 1", ""),
    "an unfinished key": (HEADER + "fra|mework =", "`flask` or `django`"),
    "a blank line": (HEADER + "|", ""),
}


def hover(marked: str, name: str = "pyproject.toml") -> tuple[str, Range] | None:
    before, _, after = marked.partition("|")
    lines = before.split("\n")
    manifest = read_any(Source(Path("/project", name), before + after))
    return settings_text(manifest, Position(len(lines) - 1, len(lines[-1])), BASE)


@pytest.mark.parametrize(("marked", "wanted"), HOVERS.values(), ids=HOVERS)
def test_hover(marked, wanted):
    found = hover(marked)
    assert found is None if not wanted else wanted.lower() in found[0].lower()


def test_only_the_part_at_the_cursor_is_marked():
    _, span = hover(HEADER + "traits . needs-|auth = true")
    assert span == Range.on_line(1, len("traits . "), len("traits . needs-auth"))


def test_a_settings_file_has_its_settings_at_the_top():
    assert AUTH.title in hover("[traits]\nneeds-|auth = true", "framesage.toml")[0]
    assert hover("[fram|esage]\n", "framesage.toml") is None
    assert hover("needs-|auth", "requirements.txt") is None
