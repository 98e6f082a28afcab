"""Read derivations, guidance and advice with their tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.inference import AllOf
from framesage.rulebase.model import Derivation, FixTemplate, Rule
from framesage.rulebase.placeholders import placeholder_errors
from framesage.rulebase.readers.rule_tests import read_test
from framesage.rulebase.tables.rules import AT, DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions.reader import ConditionReader
    from framesage.rulebase.strict_table import Table

    Defaults = Mapping[str, object]

MATCHES = "matches"
FIRST_MATCH = "first-match"
GUIDANCE = ("favors", "strength", "group")


def read_derivation(table: Table, conditions: ConditionReader) -> Derivation:
    """Read a ``[[derive]]``."""
    names = conditions.vocabulary
    return Derivation(
        id=table.text("id"),
        trait=table.text("trait"),
        strength=table.strength("strength", names.scale.strengths),
        against=table.flag("against"),
        condition=_when(table, conditions, {}),
        why=table.text("why"),
        references=table.texts("references"),
        location=table.location,
    )


def read_rule(table: Table, conditions: ConditionReader, defaults: Defaults) -> Rule:
    """Read a ``[[rule]]``: guidance if it favors a framework, else advice.

    ``defaults`` are conditions that all rules of the file share.
    """
    names = conditions.vocabulary
    guidance = not table.raw.keys().isdisjoint(GUIDANCE)
    of_any = not guidance and table.text("scope", "web") == "any"
    if not guidance:
        conditions = conditions.for_advice(of_any_project=of_any)
    return Rule(
        id=table.text("id"),
        title=table.text("title"),
        why=table.text("why"),
        condition=_when(table, conditions, defaults),
        references=table.texts("references"),
        location=table.location,
        favors=table.text("favors") if guidance else "",
        strength=table.strength("strength", names.scale.strengths) if guidance else 0.0,
        group=table.text("group") if guidance else "",
        severity="" if guidance else table.text("severity"),
        message="" if guidance else _message(table),
        at="framework" if guidance else table.text("at", "framework"),
        tag="" if guidance else table.text("tag"),
        of_any_project=of_any,
        tests=tuple(read_test(test) for test in table.tables("test")),
        fix=None if guidance else _fix(table),
    )


def read_defaults(table: Table, conditions: ConditionReader) -> Defaults:
    """Return the conditions that ``[defaults]`` adds to all rules of its file."""
    defaults = {key: value for key, value in table.raw.items() if key in DEFAULTS.by_name}
    before = len(conditions.errors.collected)
    if defaults:
        conditions.read(defaults, table.location)
    return defaults if len(conditions.errors.collected) == before else {}


def _when(table: Table, conditions: ConditionReader, defaults: Defaults) -> Condition:
    if "when" not in table.raw:
        return AllOf(())
    raw = with_defaults(table.get("when"), defaults)
    return conditions.read(raw, table.location.at("when"))


def with_defaults(raw: object, defaults: Defaults) -> object:
    """Return a condition as written with the defaults of its file.

    ``framework`` is replaced by the condition's own, ``none`` is added to it.
    """
    own = {"trait": raw} if isinstance(raw, str) else raw
    if not defaults or not isinstance(own, dict):
        return raw
    whole = {**defaults, **own}
    if isinstance(own.get("none"), list) and "none" in defaults:
        whole["none"] = [*own["none"], *cast("list[object]", defaults["none"])]
    return {key: whole[key] for key in sorted(whole, key="none".__eq__)}  # it reads best last


def _fix(table: Table) -> FixTemplate | None:
    if "fix" not in table.raw:
        return None
    fix = table.table("fix")
    add, remove, require = (fix.text(key) for key in ("add", "remove", "require"))
    at = table.raw.get("at", "framework")
    if remove and (remove != MATCHES or at != MATCHES) and at in AT:
        fix.fail("remove", "a fix can only remove 'matches', with at = 'matches'")
    if require and (require != MATCHES or at not in (MATCHES, FIRST_MATCH)) and at in AT:
        fix.fail("require", "a fix can only require other 'matches', with at = 'matches'")
    return FixTemplate(add, bool(remove), bool(require))


def _message(table: Table) -> str:
    message = table.text("message")
    errors = placeholder_errors(message)
    for error in errors:
        table.fail("message", error)
    return "" if errors else message
