"""The declaration of conditions."""

from __future__ import annotations

from framesage.rulebase.framework_model import PENDING
from framesage.rulebase.model import VerdictKind
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import Boolean, Choice, Count, Either, Id, ListOf, Text
from framesage.rulebase.tables.values import (
    CERTAINTY,
    CONDITIONS,
    FRAMEWORK,
    FRAMEWORKS_IN_USE,
    NEED,
    PACKAGE_PATTERN,
    PACKAGE_SET,
    SPECIFIER,
    TEXT,
    TRAIT,
)

OPEN_VERDICTS = tuple(kind.value for kind in VerdictKind if kind is not VerdictKind.FAVORS)
"""The verdicts that name no framework."""

CHANGES = {
    "broken": "With the release in use, the package cannot be imported.",
    "unsafe": "The package gets no security fixes although security depends on it.",
    "included": "The framework has it built in.",
    "superseded": "Another package replaces it.",
    "backport": "Python has it built in.",
}
CLASHES = {
    "conflicting": "The metadata of the package rule out another requirement.",
    "incompatible": "The package fails with a version in the list.",
    "unlimited": "The package fails with newest versions of another one, which nothing limits.",
}
PARTS = {
    "apart": "No single list requires more than one candidate.",
    "together": "A list requires more than one candidate.",
}
BATTERIES = {
    "batteries": "A package for each need that one candidate includes and another does not.",
    "large-batteries": "A package for each of the large needs among them.",
}

WHERE = {
    "runtime": "The application requires it.",
    "optional": "In an extra, or a list of optional requirements.",
    "development": "In a list for development, tests, documentation and the like.",
    "any": "In any list.",
}
SPECIFIERS = {
    "none": "No version is given.",
    "unlimited": "Any later release is admitted.",
    "unpinned": "More than a single version is admitted: `>=2`, `~=2.1` or `==2.*`.",
    "pinned": "A single version is admitted.",
}
SUBJECTS = ("package", "package-set", "package-for", "duplicate-of")

CONDITION = TableSchema(
    "condition",
    "What must hold. All keys of the table must hold.",
    (
        Key(
            "trait",
            TRAIT,
            "Holds if the certainty of the trait is at least `certainty`.",
        ),
        Key(
            "absent",
            TRAIT,
            "Holds if the certainty that the project lacks the trait is at least `certainty`.",
        ),
        Key(
            "certainty",
            CERTAINTY,
            "The least certainty of a `trait`, an `absent` trait or a `verdict`.",
            default="medium",
            needs=("trait", "absent", "verdict"),
        ),
        Key(
            "framework",
            FRAMEWORKS_IN_USE,
            "The framework in use: a candidate alone, `both`, `none`, `other` (only another one)"
            " or `beside` (another one together with a candidate). A list means any of them.",
        ),
        Key(
            "package",
            ListOf(PACKAGE_PATTERN, "a package name, or a list of them", single=True),
            "Holds if the application requires the package. `flask-*` matches all with this"
            " prefix, `*` matches all. A list means any of them.",
        ),
        Key(
            "where",
            ListOf(Choice("purpose of a list", WHERE), "a purpose, or a list of them", single=True),
            "The lists in which requirements count: by default those of the application, or all if"
            " `group`, `extra` or `file` name them.",
            needs=SUBJECTS,
        ),
        Key("group", TEXT, "The name of the dependency group, or a pattern.", needs=SUBJECTS),
        Key("extra", TEXT, "The name of the extra, or a pattern.", needs=SUBJECTS),
        Key(
            "file",
            TEXT,
            "The name of the file, or with `/` its path in the project; `requirements-prod*.txt`.",
            needs=SUBJECTS,
        ),
        Key(
            "version",
            SPECIFIER,
            "The requirement must only admit these versions.",
            needs=SUBJECTS,
        ),
        Key(
            "admits",
            SPECIFIER,
            "The requirement must admit some of these versions.",
            needs=SUBJECTS,
        ),
        Key(
            "specifier",
            Choice("kind of specifier", SPECIFIERS),
            "How the requirement, or a lock file or constraint for it, limits the versions.",
            needs=SUBJECTS,
        ),
        Key(
            "except",
            ListOf(PACKAGE_PATTERN, "a package name, or a list of them", single=True),
            "Packages, or patterns, that do not count.",
            needs=SUBJECTS,
        ),
        Key(
            "except-set",
            ListOf(PACKAGE_SET, "a package set, or a list of them", filled=True, single=True),
            "Package sets that do not count.",
            needs=SUBJECTS,
        ),
        Key(
            "project-name",
            ListOf(TEXT, "a name, or a list of them", filled=True, single=True),
            "Holds if the project has this name; `*-api` matches all names with this ending.",
        ),
        Key(
            "requires-python",
            SPECIFIER,
            "Holds if the `requires-python` of the project admits some of these versions.",
        ),
        Key(
            "package-set",
            ListOf(PACKAGE_SET, "a package set, or a list of them", filled=True, single=True),
            "Holds if a package of the set is required. A list means any of the sets.",
        ),
        Key(
            "layout",
            ListOf(Text(), "a fact, or a list of them", filled=True, single=True),
            "Holds if the fact about file names is known. A list means any of them.",
        ),
        Key(
            "package-for",
            NEED,
            "Holds if a package that covers the need is required.",
        ),
        Key(
            "duplicate-of",
            NEED,
            "Holds if a package is required that duplicates what a framework includes for it.",
        ),
        Key(
            "plugin-of",
            ListOf(FRAMEWORK, "a framework, or a list of them", filled=True, single=True),
            "Holds if a plugin of the framework is required. A list means any of them.",
        ),
        Key(
            "release",
            Choice(
                "state of a release",
                {"unsupported": "Every admitted release has reached the end of its support."},
            ),
            "The state of every release of the framework `of` that the specifier admits.",
            needs=("of",),
        ),
        Key(
            "verdict",
            Id("candidate", "verdict", OPEN_VERDICTS),
            "(Advice) The verdict: a framework with at least `certainty`, `either`, `undecided`"
            " or `outside`.",
        ),
        Key(
            "decided",
            Boolean(),
            "(Advice) Whether the settings declare the framework.",
        ),
        Key(
            "parts",
            Choice("value of 'parts'", PARTS),
            '(Advice, with `framework = "both"`) Whether a list requires several candidates.',
        ),
        Key(
            "change",
            Choice(
                "kind of change",
                {**CHANGES, PENDING: "The upgrade of an unsupported release breaks the package."},
            ),
            "Holds if a package is required that has changed in this way.",
        ),
        Key(
            "clash",
            Choice("kind of clash", CLASHES),
            "Holds if required packages do not work together in this way.",
        ),
        Key("all", CONDITIONS, "Conditions that must all hold."),
        Key("any", CONDITIONS, "Conditions of which one must hold."),
        Key("none", CONDITIONS, "Conditions that must not hold."),
        Key(
            "count",
            Count(),
            "How many of the conditions in `of` must hold, at least.",
            needs=("of",),
        ),
        Key(
            "of",
            Either(
                (Id("framework", "framework or list of conditions", tuple(BATTERIES)), CONDITIONS),
                "a list of conditions, 'batteries', 'large-batteries' or a framework",
            ),
            "What `count` counts, or the framework of a `release`.",
            needs=("count", "release"),
        ),
    ),
    filled=True,
)
