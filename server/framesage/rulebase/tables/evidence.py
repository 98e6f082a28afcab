"""The declarations of evidence, neutral packages and kinds of projects."""

from __future__ import annotations

from dataclasses import fields

from framesage.rulebase.description_model import Grammar
from framesage.rulebase.tables.common_keys import ID_KEY
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import Boolean, Choice, ListOf, StrengthsOf, Text
from framesage.rulebase.tables.values import (
    LOWERCASE,
    PACKAGE,
    PACKAGE_OR_PREFIX,
    TEXT,
    TRAIT,
)

_PHRASES = ListOf(LOWERCASE, "a list of strings", filled=True)
_MODIFIERS = {
    "": "The words before the head say nothing.",
    "decide": 'The words before the head decide: "chat app".',
    "require": "The head counts only with a word before it that names an activity.",
    "add": 'The words before the head add something: "recipe website".',
}
_COMPLEMENTS = {
    "": "What follows says nothing.",
    "is": 'A "prototype of a shop" is a shop.',
    "about": 'A "backend for a shop" has the needs of a shop.',
}
FACTS = (
    Key("packages", StrengthsOf(PACKAGE), "Packages, by strength."),
    Key("classifiers", StrengthsOf(Text()), "Trove classifiers, exact or as a prefix with `*`."),
    Key("keywords", StrengthsOf(LOWERCASE), "Keywords of the project's metadata."),
    Key("phrases", StrengthsOf(LOWERCASE), "Phrases anywhere in the project's description."),
    Key("attributes", StrengthsOf(LOWERCASE), "Words before the head of the description."),
    Key("names", StrengthsOf(LOWERCASE), "Words of the project's name and its folders."),
    Key("layout", StrengthsOf(Text()), "Facts about the names of the project's files."),
)

EVIDENCE = TableSchema(
    "evidence",
    "Facts that are evidence for a trait and indicate the same thing.",
    (
        ID_KEY,
        Key("trait", TRAIT, "The trait that this is evidence for.", required=True),
        Key("why", TEXT, 'Completes the sentence "flask-login ...".', required=True),
        Key("against", Boolean(), "Whether this is evidence against the trait.", default=False),
        *FACTS,
    ),
    any_of=tuple(key.name for key in FACTS),
)

NEUTRAL = TableSchema(
    "neutral",
    "Known packages that are not evidence for any trait.",
    (
        Key("why", TEXT, "What the packages do, which fits every project.", required=True),
        Key(
            "packages",
            ListOf(PACKAGE_OR_PREFIX, "a list of package names", filled=True),
            "The packages. `rq-*` matches every package with this prefix.",
            required=True,
        ),
    ),
)

_TRAITS = StrengthsOf(TRAIT)

KIND = TableSchema(
    "kind",
    "A kind of project, by the words that people call it.",
    (
        ID_KEY,
        Key("heads", _PHRASES, "The words that people call such a project.", required=True),
        Key(
            "modifiers",
            Choice("value of 'modifiers'", _MODIFIERS),
            "What the words before the head mean.",
            default="",
        ),
        Key(
            "complement", Choice("value of 'complement'", _COMPLEMENTS), "What follows.", default=""
        ),
        Key("is", _TRAITS, "Traits of such a project as a whole, by strength."),
        Key("is-not", _TRAITS, "Traits that such a project does not have, by strength."),
        Key("has", _TRAITS, "Traits that also a project with such a part has, by strength."),
        Key("needs", _TRAITS, "Traits that also an API for such a project has, by strength."),
    ),
)

GRAMMAR = TableSchema(
    "grammar",
    "The function words of English. Only the built-in rules have it.",
    tuple(
        Key(field.name, _PHRASES, f"The {field.name}.", required=True) for field in fields(Grammar)
    ),
)
