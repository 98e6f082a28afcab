"""Rules: derivations, guidance and advice, with their own tests."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from framesage.inference import AllOf
from framesage.rulebase.model import Derivation, Remedy, Rule, RuleTest
from framesage.rulebase.names import is_package, no_package, unknown
from framesage.rulebase.vocabulary import read_references
from framesage.severity import SEVERITIES

if TYPE_CHECKING:
    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions import ConditionReader
    from framesage.rulebase.strict_table import Table
    from framesage.rulebase.vocabulary import Vocabulary

MATCHES = "matches"
AT = ("framework", "head", MATCHES, "first-match")
PLACEHOLDERS = (
    "packages", "package", "batteries", "count", "total",
    "framework", "verdict", "certainty", "reasons", "versions", "until", "supported",
    "parts", "change", "changed", "since",
)  # fmt: skip
GUIDANCE = ("favors", "strength")
ADVICE = ("severity", "message")


def read_derivation(table: Table, conditions: ConditionReader) -> Derivation:
    """Return one ``[[derive]]``."""
    names = conditions.vocabulary
    return Derivation(
        id=table.identifier(),
        trait=table.choice("trait", "trait", names.traits),
        strength=table.fraction("strength"),
        against=table.flag("against"),
        condition=_when(table, conditions),
        why=table.text("why"),
        references=read_references(table, names.claims),
        location=table.location,
    )


def read_rule(table: Table, conditions: ConditionReader) -> Rule:
    """Return one ``[[rule]]``: guidance if it favors a framework, else advice."""
    names = conditions.vocabulary
    guidance = any(key in table.raw for key in GUIDANCE)
    if guidance and any(key in table.raw for key in ADVICE):
        table.fail("severity", "a rule either favors a framework or advises: not both")
    return Rule(
        id=table.identifier(),
        title=table.text("title"),
        why=table.text("why"),
        condition=_when(table, conditions),
        references=read_references(table, names.claims),
        since=table.text("since"),
        location=table.location,
        favors=table.choice("favors", "framework", names.the_two()) if guidance else "",
        strength=table.fraction("strength") if guidance else 0.0,
        severity="" if guidance else table.choice("severity", "severity", SEVERITIES),
        message="" if guidance else _message(table),
        at="framework" if guidance else table.choice("at", "location", AT, "framework"),
        tests=tuple(_read_test(test, names) for test in table.tables("test")),
        fix=None if guidance else _fix(table),
    )


def _when(table: Table, conditions: ConditionReader) -> Condition:
    table.asked.add("when")
    if "when" not in table.raw:
        table.fail("when", "'when' is missing: a condition")
        return AllOf(())
    return conditions.read(table.raw["when"], table.location.at("when"))


def _fix(table: Table) -> Remedy | None:
    if "fix" not in table.raw:
        table.asked.add("fix")
        return None
    fix = table.table("fix")
    add, remove = fix.text("add", ""), fix.text("remove", "")
    fix.finish()
    if bool(add) == bool(remove):
        table.fail("fix", "a fix either adds a package or removes what matched")
    if add and not is_package(add):
        fix.fail("add", no_package(add))
    if remove and (remove != MATCHES or table.raw.get("at") != MATCHES):
        fix.fail("remove", "a fix can only remove 'matches', with at = 'matches'")
    return Remedy(add, bool(remove))


def _message(table: Table) -> str:
    message = table.text("message")
    try:
        asked = [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]
    except ValueError as error:
        table.fail("message", f"the message cannot be filled: {error}")
        return ""
    for name in asked:
        if name not in PLACEHOLDERS:
            table.fail("message", unknown("placeholder", name, PLACEHOLDERS))
    return message


def _read_test(table: Table, names: Vocabulary) -> RuleTest:
    if "wanted" not in table.raw:
        table.fail("wanted", "'wanted' is missing: true or false")
    test = RuleTest(
        name=table.text("name"),
        wanted=table.flag("wanted"),
        requirements=table.texts("requirements"),
        development=table.texts("development"),
        groups=_groups(table.table("groups")),
        traits=_declared(table.table("traits"), names),
        framework=table.text("framework", ""),
        project_name=table.text("project-name", ""),
        description=table.text("description", ""),
        keywords=table.texts("keywords"),
        classifiers=table.texts("classifiers"),
        today=table.day("today"),
    )
    if test.framework and test.framework not in names.frameworks:
        table.fail("framework", unknown("framework", test.framework, names.frameworks))
    table.finish()
    return test


def _groups(table: Table) -> dict[str, tuple[str, ...]]:
    for name in table.raw:
        if not is_package(name):
            table.fail(name, f"'{name}' is no name of a dependency group")
    return {name: table.texts(name) for name in table.raw}


def _declared(table: Table, names: Vocabulary) -> dict[str, bool]:
    for trait in table.raw:
        if trait not in names.traits:
            table.fail(trait, unknown("trait", trait, names.traits))
    return {trait: table.flag(trait) for trait in table.raw}
