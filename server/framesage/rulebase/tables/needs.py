"""The declarations of needs, and of the packages for them."""

from __future__ import annotations

from framesage.rulebase.tables.common_keys import ID_KEY
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import Boolean, Either, ListOf, TableOf, Text
from framesage.rulebase.tables.values import (
    CANDIDATE,
    PACKAGES,
    PAGE,
    TEXT,
    TRAIT,
)

_TRAITS = ListOf(TRAIT, "a list of traits")

NEED_TABLE = TableSchema(
    "need",
    "Something that an application may need, and what each candidate has for it.",
    (
        ID_KEY,
        Key("title", TEXT, "The need, as a part of a list.", required=True),
        Key(
            "traits",
            ListOf(
                Either((TRAIT, TableOf("cause")), "a trait, or a table with 'trait'"),
                "a list of traits, or of tables with 'trait'",
                filled=True,
            ),
            "A project needs it if it has one of these traits.",
            required=True,
        ),
        Key("large", Boolean(), "Whether it counts as a large battery.", default=False),
        Key("covered-by", TRAIT, "Packages that alone are evidence for this trait cover it, too."),
        Key("not-covered-by", PACKAGES, "Packages that do not cover it in spite of `covered-by`."),
    ),
    named=CANDIDATE,
    others=Key("CANDIDATE", TableOf("provision"), "What the candidate with this id has for it."),
)

CAUSE = TableSchema(
    "cause",
    "A trait that makes something a need.",
    (
        Key("trait", TRAIT, "The trait.", required=True),
        Key("with", _TRAITS, "Only with all of these."),
        Key("unless", _TRAITS, "Only without these."),
    ),
)

PROVISION = TableSchema(
    "provision",
    "What a candidate has for a need.",
    (
        Key("packages", PACKAGES, "The default packages, installed together."),
        Key("choices", PACKAGES, "Packages for services, of which a person chooses one."),
        Key("included", Text(), "What the framework itself has."),
        Key("by-hand", Boolean(), "Neither the framework nor a maintained package has it."),
        Key("alternatives", PACKAGES, "Packages to take instead, the most popular first."),
        Key("also", PACKAGES, "Other packages that cover the need, but are not suggested."),
        Key("duplicates", PACKAGES, "Packages that duplicate what is included."),
        Key("docs", PAGE, "The page that describes it.", required=True),
    ),
    one_of=(("included",), ("packages",), ("choices",), ("by-hand",)),
)
