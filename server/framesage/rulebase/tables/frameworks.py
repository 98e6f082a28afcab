"""The declarations of frameworks with their releases, package sets and the comparison."""

from __future__ import annotations

from framesage.rulebase.tables.common_keys import ID_KEY, REFERENCES_KEY, SOURCE_KEY
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import (
    Boolean,
    Choice,
    Day,
    ListOf,
    MapOf,
    Strength,
    TableOf,
    Text,
)
from framesage.rulebase.tables.values import (
    CANDIDATE,
    FRAMEWORK,
    NAME,
    PACKAGES,
    REFERENCES,
    SERIES,
    SOME_PACKAGES,
    STRINGS,
    TEXT,
    TRAIT,
)

INSTALLED_FORMATS = {
    "environment": "`environment.yml` of Conda",
    "pipfile": "`Pipfile`",
    "pixi": "`pixi.toml`",
    "poetry": "`pyproject.toml` of Poetry",
    "pyproject": "`pyproject.toml`",
    "requirements": "`requirements.txt` and the like",
    "setup.cfg": "`setup.cfg`",
    "setup.py": "`setup.py`",
}
"""The formats of files that an installer reads."""

FRAMEWORK_TABLE = TableSchema(
    "framework",
    "A web framework: a candidate to choose, or another one.",
    (
        ID_KEY,
        Key(
            "candidate",
            Boolean(),
            "Makes a framework of another file a candidate. Keys that are left out stay.",
            default=False,
        ),
        Key(
            "title",
            NAME,
            "The name of the framework.",
            required=True,
            unless=("candidate",),
        ),
        Key(
            "packages",
            SOME_PACKAGES,
            "The framework's own distributions.",
            required=True,
            unless=("candidate",),
        ),
        Key(
            "references",
            REFERENCES,
            "The sources.",
            required=True,
            unless=("candidate", "other"),
        ),
        Key("other", Boolean(), "Whether this is not a candidate.", default=False),
        Key(
            "covers",
            ListOf(TRAIT, "a list of traits"),
            "Traits with which a project chooses between candidates, now that there is this one.",
        ),
        Key(
            "comparison",
            MapOf(TEXT, Text()),
            "What the framework has, by the topics of the comparison.",
        ),
        Key(
            "strength",
            Strength(),
            "The strength of its package as evidence, if that is weaker than usual.",
        ),
        Key("plugins", TableOf("framework.plugins"), "Its plugins."),
        Key("bundled-by", PACKAGES, "Packages that install this framework for their own use."),
        Key("first-steps", STRINGS, "What to do once the framework is installed."),
    ),
)

PLUGINS = TableSchema(
    "framework.plugins",
    "The plugins of a framework.",
    (
        Key(
            "strength",
            Strength(),
            "Evidence of a plugin that the framework is used. It is required.",
        ),
        Key("prefixes", STRINGS, "Packages whose names begin with these are plugins."),
        Key("suffixes", STRINGS, "Packages whose names end with these are plugins."),
        Key("packages", PACKAGES, "Plugins with other names."),
        Key("except", PACKAGES, "Packages that are not plugins in spite of their names."),
    ),
)

INSTALLER = TableSchema(
    "installer",
    "What installs the requirements of a file. The first one that fits is shown.",
    (
        Key("format", Choice("format", INSTALLED_FORMATS), "The file's format.", required=True),
        Key("command", TEXT, "The command. `{file}` stands for the file's path.", required=True),
        Key("lock", Text(), "Only where this lock file is."),
    ),
)

PACKAGE_SET_TABLE = TableSchema(
    "package-set",
    "A named set of packages, for conditions.",
    (
        ID_KEY,
        Key("packages", SOME_PACKAGES, "The packages.", required=True),
    ),
)

RELEASE = TableSchema(
    "release",
    "A release series of a framework.",
    (
        Key("framework", FRAMEWORK, "The framework.", required=True),
        Key("series", SERIES, "The series: `4.2`.", required=True),
        Key("security-until", Day(), "The day on which security support ends."),
        Key("lts", Boolean(), "Whether the release has long-term support.", default=False),
        SOURCE_KEY,
        Key("python", SERIES, "The oldest version of Python that it supports."),
    ),
)

COMPARISON = TableSchema(
    "comparison",
    "A row of the comparison of the candidates.",
    (
        Key("topic", TEXT, "What is compared.", required=True),
        Key("traits", ListOf(TRAIT, "a list of traits"), "Traits for which the row matters."),
        REFERENCES_KEY,
    ),
    named=CANDIDATE,
    others=Key("CANDIDATE", Text(), "What the candidate with this id has."),
)
