"""The declarations of claims, traits and the scale."""

from __future__ import annotations

from framesage.rulebase.model import CERTAINTIES
from framesage.rulebase.tables.common_keys import ID_KEY, REFERENCES_KEY
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import STRENGTHS, Fraction, ListOf, Strength, TableOf, Text
from framesage.rulebase.tables.values import NEW_ID, TEXT, TRAIT

CLAIM = TableSchema(
    "claim",
    "A statement that rules refer to: `guide:G07`.",
    (
        Key("id", NEW_ID, "The id.", required=True),
        Key("text", TEXT, "The statement.", required=True),
    ),
)

TRAIT_TABLE = TableSchema(
    "trait",
    "A property of projects that is inferred, asked or declared.",
    (
        ID_KEY,
        Key("title", TEXT, "The trait in a few words.", required=True),
        Key("description", TEXT, "What is so in a project with the trait.", required=True),
        REFERENCES_KEY,
        Key("denial", Text(), "The opposite, for sentences: `No user accounts`."),
        Key(
            "outside",
            Text(),
            "What a project with the trait is, if it does not choose a framework.",
        ),
        Key("question", TEXT, "The question that `framesage ask` asks."),
        Key("help", TEXT, "What helps to answer the question."),
        Key("yes", TEXT, "What the answer *yes* means."),
        Key("no", TEXT, "What the answer *no* means."),
        Key(
            "frequency",
            Fraction(),
            "How many of the projects have the trait, as far as it is known.",
            default=0.5,
            needs=("question",),
        ),
    ),
    together=(("question", "help", "yes", "no"),),
)

EXCLUSION = TableSchema(
    "exclusion",
    "Two traits that no project has both.",
    (
        Key("traits", ListOf(TRAIT, "a list of two traits", filled=True), "Both.", required=True),
        Key("why", TEXT, "Why no project has both.", required=True),
    ),
)

RELIABILITIES = ("runtime", "optional", "development", "via", "constraint", "metadata")


def _fractions(name: str, description: str, keys: tuple[str, ...]) -> TableSchema:
    closed = Fraction(closed=True)
    return TableSchema(
        name,
        description,
        tuple(Key(key, closed, f"The number for `{key}`.", required=True) for key in keys),
    )


SCALE = TableSchema(
    "scale",
    "What words for strengths and certainties mean. Only the built-in rules have it.",
    (
        Key(
            "framework-strength",
            Strength(),
            "Evidence of a framework's own package that the framework is used.",
            required=True,
        ),
        Key(
            "rival-strength",
            Strength(),
            "Evidence of another framework's package against the candidates.",
            required=True,
        ),
        Key(
            "majority",
            Fraction(),
            "The share of all reasons at which a framework is recommended.",
            required=True,
        ),
        Key("strengths", TableOf("scale.strengths"), "The words for strengths.", required=True),
        Key(
            "reliabilities",
            TableOf("scale.reliabilities"),
            "How much a fact counts, depending on where it was found.",
            required=True,
        ),
        Key(
            "thresholds",
            TableOf("scale.thresholds"),
            "The belief at which each certainty begins.",
            required=True,
        ),
    ),
)
SCALE_STRENGTHS = _fractions("scale.strengths", "The words for strengths.", STRENGTHS)
SCALE_RELIABILITIES = _fractions(
    "scale.reliabilities", "How much a fact counts by its place.", RELIABILITIES
)
SCALE_THRESHOLDS = _fractions(
    "scale.thresholds", "The belief at which each certainty begins.", CERTAINTIES
)
