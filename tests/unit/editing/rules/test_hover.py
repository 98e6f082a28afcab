"""Hovers in rule files: what tables, keys and ids mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from framesage.editing.rules.hover import explain_word
from framesage.rulebase import load_rule_base
from framesage.text import Position, Source

TEXT = """\
[[rule]]
id = "acme-login"
why = "It is so."
when = { all = ["needs-auth", { package-for = "login" }] }
favors = "django"
strength = "fair"
references = ["guide:G12"]

[[rule.test]]
wanted = true
traits = { mvp = true }

[[evidence]]
packages.strong = ["flask-login"]
"""


def explained(word):
    """Return the name and the meaning of the word that first appears in the text."""
    before = TEXT.partition(word)[0].split("\n")
    position = Position(len(before) - 1, len(before[-1]) + 1)
    return explain_word(Source(Path("rules.toml"), TEXT), position, load_rule_base())


@pytest.mark.parametrize(
    ("word", "name", "sentence"),
    [
        ("rule]]", "rule", "Guidance from traits to a framework"),
        ("rule.test", "test", "Projects to which the rule applies or not."),
        ("why", "why", "Why the rule is right, in a few sentences."),
        ("package-for", "package-for", "Holds if a package that covers the need is required."),
        ("wanted", "wanted", "Whether the rule applies."),
        ("needs-auth", "needs-auth", "User accounts and login"),
        ('login" }', "login", "accounts and login"),
        ("django", "django", "Django"),
        ("fair", "fair", "Strength 0.6"),
        ("guide:G12", "guide:G12", "Django"),
        ("flask-login", "flask-login", ""),
    ],
)
def test_a_word_is_explained(word, name, sentence):
    found = explained(word)
    assert found.name == name
    assert any(sentence in text for text in found.sentences)


def test_a_key_tells_its_type_and_whether_it_is_required():
    assert explained("why").sentences[1:] == ("A string.", "Required.")


@pytest.mark.parametrize("word", ["It is so.", "acme-login"])
def test_free_text_is_not_explained(word):
    assert explained(word) is None
