"""Completion in rule files: tables, keys and values, also in half-typed text."""

from __future__ import annotations

from pathlib import Path

import pytest

from framesage.editing.rules.completion import complete_rules
from framesage.rulebase import load_rule_base
from framesage.rulebase.tables.packs import PACK_FILE
from framesage.text import Position, Source

RULE = '[[rule]]\nid = "acme-login"\n'
ADVICE = RULE + 'severity = "hint"\n'


def suggestions(text, **file):
    """Complete at the ``|`` of a text."""
    before, _, after = text.partition("|")
    lines = before.split("\n")
    position = Position(len(lines) - 1, len(lines[-1]))
    source = Source(Path("rules.toml"), before + after)
    return complete_rules(source, position, load_rule_base(), **file)


def labels(text, **file):
    return [found.label for found in suggestions(text, **file)]


def applied(text, label):
    """Return the text with a suggestion inserted, without the tab stops of a snippet."""
    (found,) = [found for found in suggestions(text) if found.label == label]
    lines = text.replace("|", "").split("\n")
    line = lines[found.range.start.line]
    start, end = found.range.start.character, found.range.end.character
    lines[found.range.start.line] = line[:start] + found.text + line[end:]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[|", {"[[rule]]", "[[evidence]]", "[defaults]", "[[override]]"}),
        ("[[ru|", {"[[rule]]"}),
        (RULE + "\n[|", {"[[rule.test]]", "[rule.when]", "[rule.fix]", "[[rule]]"}),
        (RULE + "\n[[rule.te|]]", {"[[rule.test]]"}),
        ('[[need]]\nid = "x"\n[need.|', {"[need.flask]", "[need.django]"}),
        ('[[evidence]]\nid = "x"\n[evidence.pa|', {"[evidence.packages]"}),
        # keys
        ("[[rule]]\n|", {"id", "title", "why", "when", "favors", "severity", "references"}),
        (ADVICE + "|", {"message", "at", "fix"}),
        (RULE + "[rule.when]\n|", {"trait", "package", "none", "count"}),
        (RULE + "when = { pack|", {"package", "package-set", "package-for"}),
        (RULE + 'when = { all = ["mvp", { |', {"trait", "any"}),
        (RULE + "[rule.when]\nnone = [\n  { |\n]\n", {"trait", "package"}),
        (RULE + "[[rule.test]]\n|", {"name", "wanted", "requirements"}),
        (RULE + "[[rule.test]]\ntraits = { |", {"needs-auth", "mvp"}),
        ("[[evidence]]\n[evidence.packages]\n|", {"conclusive", "strong", "weak"}),
        ("[[evidence]]\npackages.|", {"strong"}),
        ("[[override]]\n|", {"rule", "evidence", "off"}),
        # values
        (RULE + 'when = "|"', {"needs-auth", "mvp"}),
        (RULE + "when = |", {"needs-auth"}),
        (RULE + 'when = { all = ["mvp", "|"] }', {"needs-auth"}),
        (RULE + "[rule.when]\nany = [\n  |\n]\n", {"needs-auth"}),
        (RULE + 'when = { framework = ["flask", "|', {"django", "none", "both"}),
        (RULE + 'when = { package-for = "lo|', {"login"}),
        (RULE + 'when = { package = "flask-lo|', {"flask-login"}),
        (RULE + 'when = { package-set = "flask|', {"flask-kits"}),
        (RULE + 'favors = "|"', {"flask", "django"}),
        (RULE + 'strength = "|"', {"conclusive", "slight"}),
        (RULE + 'severity = "|"', {"off", "hint", "information", "warning", "error"}),
        (RULE + 'references = ["guide:|"]', {"guide:G01", "guide:G12"}),
        (RULE + "[[rule.test]]\nwanted = |", {"true", "false"}),
        ('[[override]]\nrule = "acc|', {"accounts-favor-django"}),
        ('[[extend]]\nbattery = "|', {"login"}),
    ],
)
def test_what_fits_at_the_cursor_is_suggested(text, expected):
    found = labels(text)
    assert expected <= {*found}
    assert len(found) == len({*found})


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        (RULE + "|", {"id"}),
        (ADVICE + "|", {"severity", "favors", "strength", "group"}),
        (RULE + 'favors = "flask"\n|', {"message", "at", "fix"}),
        ('[[extend]]\nbattery = "login"\n|', {"battery", "package-set", "evidence"}),
        (RULE + 'severity = "wa|', {"off", "hint"}),
        (RULE + "# |", {"why"}),
        (RULE + 'why = "|"', {"needs-auth"}),
    ],
)
def test_what_does_not_fit_is_not_suggested(text, unwanted):
    assert unwanted.isdisjoint(labels(text))


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("[|]", "[[rule]]", "[[rule]]"),
        (RULE + "wh|", "why", RULE + 'why = ""'),
        (RULE + "wh| = 1", "why", RULE + "why = 1"),
        (RULE + "when =|", "mvp", RULE + 'when = "mvp"'),
        (RULE + 'when = "m|', "mvp", RULE + 'when = "mvp"'),
        (RULE + 'when = "m|vpp"', "mvp", RULE + 'when = "mvp"'),
        (RULE + 'when = { none = ["|"] }', "mvp", RULE + 'when = { none = ["mvp"] }'),
        (RULE + "[[rule.test]]\nwanted = |", "true", RULE + "[[rule.test]]\nwanted = true"),
        (RULE + "when = { tr|", "trait", RULE + 'when = { trait = ""'),
    ],
)
def test_a_suggestion_replaces_what_is_typed(text, label, expected):
    assert applied(text, label) == expected


def test_the_ids_of_the_file_itself_are_suggested():
    own = '[[trait]]\nid = "acme-only"\ntitle = "Only at Acme"\n'
    found = {item.label: item.detail for item in suggestions(own + RULE + 'when = "acme|')}
    assert found == {"acme-only": "Only at Acme"}


def test_a_pack_file_has_its_own_keys():
    assert {"name", "version"} <= {*labels("[pack]\n|", file=PACK_FILE)}
    assert "off" in labels('[pack]\n[severities]\ntwo-frameworks = "|', file=PACK_FILE)


def test_no_position_of_a_file_is_too_hard():
    text = (Path(__file__).parents[4] / "rules" / "advice" / "both.toml").read_text()
    lines = text.split("\n")[:60]
    for number, line in enumerate(lines):
        for character in range(0, len(line) + 1, 3):
            half = "\n".join([*lines[:number], line[:character] + "|", *lines[number + 1 :]])
            assert isinstance(labels(half), list)
