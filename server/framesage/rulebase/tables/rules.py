"""The declarations of rules with their tests, and of derivations."""

from __future__ import annotations

from framesage.rulebase.tables.common_keys import ID_KEY, REFERENCES_KEY
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import (
    Boolean,
    Choice,
    Day,
    MapOf,
    Strength,
    TableOf,
    TablesOf,
    Text,
)
from framesage.rulebase.tables.values import (
    CANDIDATE,
    CONDITION,
    CONDITIONS,
    FILE_NAME,
    FRAMEWORK,
    FRAMEWORKS_IN_USE,
    LIST_NAME,
    PACKAGE,
    REFERENCES,
    REQUIREMENTS,
    SPECIFIER,
    STRINGS,
    TEXT,
    TRAIT,
)
from framesage.severity import MEANINGS

SCOPES = {
    "web": "Web applications that choose between the candidates, or are on one.",
    "any": "Every project: also workers, tools, libraries, and those on another framework.",
}
AT = {
    "framework": "At the requirement of the framework.",
    "head": "At the anchor of the dependency list.",
    "matches": "At each requirement that matches the condition.",
    "first-match": "At the first match, with the others as related locations.",
}
TAGS = {
    "deprecated": "Editors strike the requirement through.",
    "unnecessary": "Editors fade the requirement.",
}
_MATCHES = Choice("value", {"matches": "The requirements that match the condition."})

RULE = TableSchema(
    "rule",
    "Guidance from traits to a framework (`favors`), or advice that reports findings (`severity`).",
    (
        ID_KEY,
        Key("title", TEXT, "What the rule is about, in a few words.", required=True),
        Key("why", TEXT, "Why the rule is right, in a few sentences.", required=True),
        Key("when", CONDITION, "The condition under which the rule applies.", required=True),
        Key(
            "references",
            REFERENCES,
            "The sources: `guide:G07`, or pages of the framework's own documentation.",
            required=True,
        ),
        Key("favors", CANDIDATE, "(Guidance) The framework that the rule is a reason for."),
        Key("strength", Strength(), "(Guidance) How convincing the reason is on its own."),
        Key(
            "group",
            Text(),
            "(Guidance) Rules of a group give much the same reason: only the strongest counts in"
            " full.",
            needs=("favors",),
        ),
        Key(
            "severity",
            Choice("severity", MEANINGS),
            "(Advice) The severity of the findings.",
        ),
        Key(
            "message",
            TEXT,
            "(Advice) What to do, and why. Placeholders in braces stand for what was found.",
        ),
        Key(
            "scope",
            Choice("scope", SCOPES),
            "(Advice) The projects that the rule concerns.",
            default="web",
            needs=("severity",),
        ),
        Key(
            "at",
            Choice("location", AT),
            "(Advice) Where the findings are placed.",
            default="framework",
            needs=("severity",),
        ),
        Key(
            "tag",
            Choice("tag", TAGS),
            "(Advice) How editors mark the requirement.",
            needs=("severity",),
        ),
        Key(
            "fix",
            TableOf("fix", "a table, such as { add = 'package' }"),
            "(Advice) The change to the dependency list that is offered as a quick fix.",
            needs=("severity",),
        ),
        Key("test", TablesOf("rule.test"), "Projects to which the rule applies or not."),
    ),
    one_of=(("favors", "strength"), ("severity", "message")),
    purposes=("favor a framework", "report a finding"),
)

FIX = TableSchema(
    "fix",
    "A quick fix. Afterwards, the rule must no longer apply.",
    (
        Key("add", PACKAGE, "The package to add to the list."),
        Key("remove", _MATCHES, 'Removes the requirement. It needs `at = "matches"`.'),
        Key("require", _MATCHES, "Requires a version that is supported, or that works."),
    ),
    one_of=(("add",), ("remove",), ("require",)),
)

RULE_TEST = TableSchema(
    "rule.test",
    "A project, and whether the rule applies to it.",
    (
        Key("name", TEXT, "What the project is like, in a few words.", required=True),
        Key("wanted", Boolean(), "Whether the rule applies.", required=True),
        Key("requirements", REQUIREMENTS, "The requirements (PEP 508) of the application."),
        Key("development", REQUIREMENTS, "The requirements for development."),
        Key(
            "groups",
            MapOf(LIST_NAME, REQUIREMENTS),
            "The requirements of dependency groups, by the name of the group.",
        ),
        Key(
            "extras",
            MapOf(LIST_NAME, REQUIREMENTS),
            "The requirements of extras, by the name of the extra.",
        ),
        Key(
            "files",
            MapOf(FILE_NAME, REQUIREMENTS),
            "The requirements in further files, by the name of the file.",
        ),
        Key("requires-python", SPECIFIER, "The versions of Python that the project supports."),
        Key("traits", MapOf(TRAIT, Boolean()), "Traits that the settings declare."),
        Key("framework", FRAMEWORK, "The framework that the settings declare."),
        Key("project-name", Text(), "The name of the project."),
        Key("description", Text(), "The description of the project."),
        Key("keywords", STRINGS, "The keywords of the project."),
        Key("classifiers", STRINGS, "The trove classifiers of the project."),
        Key("layout", STRINGS, "Facts about the names of the project's files."),
        Key("today", Day(), "The day on which the project is checked."),
    ),
)

DEFAULTS = TableSchema(
    "defaults",
    "Conditions that are added to all rules of the file.",
    (
        Key(
            "framework",
            FRAMEWORKS_IN_USE,
            "The framework in use, for rules without a `framework` of their own.",
        ),
        Key("none", CONDITIONS, "Conditions that must not hold, beside those of the rule."),
    ),
)

DERIVE = TableSchema(
    "derive",
    "A trait that follows from other traits.",
    (
        ID_KEY,
        Key("trait", TRAIT, "The trait that follows.", required=True),
        Key("strength", Strength(), "How convincing this is on its own.", required=True),
        Key(
            "against",
            Boolean(),
            "Whether this is evidence against the trait.",
            default=False,
        ),
        Key("when", CONDITION, "What the trait follows from.", required=True),
        Key("why", TEXT, "Why the trait follows.", required=True),
        REFERENCES_KEY,
    ),
)
