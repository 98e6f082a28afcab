"""The declarations of package changes, and of versions that do not work together."""

from __future__ import annotations

from framesage.rulebase.tables.common_keys import SOURCE_KEY
from framesage.rulebase.tables.conditions import CHANGES
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import Choice, Day, MapOf, Text
from framesage.rulebase.tables.values import (
    DECLARED_SPECIFIER,
    FRAMEWORK,
    PACKAGE,
    PACKAGES,
    SERIES,
    SPECIFIER,
    STRINGS,
    TEXT,
    VERSION,
)

CHANGE = TableSchema(
    "change",
    "A package that newer releases of a framework, of Python or of a package affect.",
    (
        Key("package", PACKAGE, "The package.", required=True),
        Key("kind", Choice("kind of change", CHANGES), "What happened to it.", required=True),
        Key("framework", FRAMEWORK, "Only projects with this framework."),
        Key("since", SERIES, "The first affected release of the framework.", needs=("framework",)),
        Key("python", SERIES, "Only projects that run on this Python or later."),
        Key("versions", SPECIFIER, "Only these versions of the package."),
        Key("fixed", VERSION, "The first version of the package that works again."),
        Key("with", Text('like "redis>=4.2"'), "Only where nothing keeps this below the version."),
        Key("replacement", PACKAGES, "Packages that take over."),
        Key("words", TEXT, "What to do."),
        SOURCE_KEY,
        Key("checked", Day(), "The day on which the page said so."),
    ),
)

LIMIT = TableSchema(
    "limit",
    "A limit on another package that the metadata of a package lack.",
    (
        Key("package", PACKAGE, "The package.", required=True),
        Key("versions", SPECIFIER, "These versions of the package ...", required=True),
        Key(
            "works-with", TEXT, "... fail with all others than these: `Werkzeug<3`.", required=True
        ),
        Key("fixed", VERSION, "The first version of the package that works with newer ones."),
        Key(
            "python", SPECIFIER, "The versions of Python on which pip installs versions that fail."
        ),
        Key("try", TEXT, "The code that fails.", required=True),
        Key("beside", STRINGS, "The requirements with which it was tried."),
        SOURCE_KEY,
    ),
)

DECLARATION = TableSchema(
    "declaration",
    "What the metadata of a package require of another one.",
    (
        Key("package", PACKAGE, "The package.", required=True),
        Key("on", PACKAGE, "The other package.", required=True),
        Key(
            "from",
            MapOf(VERSION, DECLARED_SPECIFIER, filled=True),
            "What is required, from which version of the package on.",
            required=True,
        ),
        SOURCE_KEY,
    ),
)

COMMENTS = TableSchema(
    "comments",
    "Comments at a requirement after which there is no finding that it has changed.",
    (Key("reasons", STRINGS, "The beginnings of words that say why the requirement is there."),),
)

PLACEHOLDER_REASONS = TableSchema(
    "placeholder-reasons",
    "Texts that do not count as the reason of an ignore.",
    (
        Key("texts", STRINGS, "The texts, in lower case without punctuation."),
        Key("tags", STRINGS, "Tags that can precede such a text."),
    ),
)
