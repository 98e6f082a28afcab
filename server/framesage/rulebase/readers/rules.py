"""Read derivations, guidance and advice with their tests."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, cast

from framesage.inference import AllOf
from framesage.rulebase.model import Derivation, FixTemplate, Rule
from framesage.rulebase.names import (
    intended_key,
    is_package,
    not_a_candidate,
    not_a_package,
    series,
    unknown,
)
from framesage.rulebase.readers.rule_tests import read_test
from framesage.rulebase.vocabulary import read_references
from framesage.severity import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions.reader import ConditionReader
    from framesage.rulebase.strict_table import Table
    from framesage.rulebase.vocabulary import Vocabulary

    Defaults = Mapping[str, object]

MATCHES = "matches"
FIRST_MATCH = "first-match"
AT = ("framework", "head", MATCHES, FIRST_MATCH)
SCOPES = ("web", "any")
TAGS = ("deprecated", "unnecessary")
PLACEHOLDERS = (
    "packages", "package", "batteries", "count", "total",
    "framework", "verdict", "certainty", "reasons", "versions", "until", "supported",
    "parts", "frameworks", "choice", "change", "changed", "upgrades",
    "limited",
    "other",
    "require", "since",
)  # fmt: skip
DEFAULTS = ("framework", "none")
GUIDANCE = ("favors", "strength")
ADVICE = ("severity", "message")
GUIDANCE_ONLY = (*GUIDANCE, "group")
ADVICE_ONLY = (*ADVICE, "scope", "at", "tag", "fix")


def read_derivation(table: Table, conditions: ConditionReader) -> Derivation:
    """Read a ``[[derive]]``."""
    names = conditions.vocabulary
    return Derivation(
        id=table.identifier(),
        trait=table.choice("trait", "trait", names.traits),
        strength=table.strength("strength", names.scale.strengths),
        against=table.flag("against"),
        condition=_when(table, conditions, {}),
        why=table.text("why"),
        references=read_references(table, names.claims),
        location=table.location,
    )


def read_rule(table: Table, conditions: ConditionReader, defaults: Defaults) -> Rule:
    """Read a ``[[rule]]``: guidance if it favors a framework, else advice.

    ``defaults`` are conditions that all rules of the file share.
    """
    names = conditions.vocabulary
    guidance = _is_guidance(table)
    of_any = not guidance and table.choice("scope", "scope", SCOPES, "web") == "any"
    if not guidance:
        conditions = conditions.for_advice(of_any_project=of_any)
    rule = Rule(
        id=table.identifier(),
        title=table.text("title"),
        why=table.text("why"),
        condition=_when(table, conditions, defaults),
        references=read_references(table, names.claims),
        location=table.location,
        favors=_favored(table, names) if guidance else "",
        strength=table.strength("strength", names.scale.strengths) if guidance else 0.0,
        group=table.text("group", "") if guidance else "",
        severity="" if guidance else table.choice("severity", "severity", SEVERITIES),
        message="" if guidance else _message(table),
        at="framework" if guidance else table.choice("at", "location", AT, "framework"),
        tag="" if guidance else table.choice("tag", "tag", TAGS, ""),
        of_any_project=of_any,
        tests=tuple(read_test(test, names) for test in table.tables("test")),
        fix=None if guidance else _fix(table),
    )
    _check_kind(table)
    return rule


def _is_guidance(table: Table) -> bool:
    """Return whether the keys of a rule, misspelled or not, are those of guidance."""
    return bool(_keys_of(GUIDANCE_ONLY, table))


def _keys_of(keys: tuple[str, ...], table: Table) -> set[str]:
    return {key for key in table.raw if key in keys or intended_key(key, keys)}


def _check_kind(table: Table) -> None:
    """Report a rule with the keys of guidance and of advice, or of neither, as a single error."""
    guidance, advice = (
        [key for key in keys if key in table.raw] for keys in (GUIDANCE_ONLY, ADVICE_ONLY)
    )
    if guidance and advice:
        message = "a rule either favors a framework or reports a finding: remove {}, or {}"
        table.fail(advice[0], message.format(series(guidance), series(advice)))
    elif not _keys_of((*GUIDANCE_ONLY, *ADVICE_ONLY), table):
        message = "a rule needs {} to favor a framework, or {} to report a finding"
        table.fail("", message.format(series(GUIDANCE), series(ADVICE)))
    else:
        return
    table.excuse((*GUIDANCE_ONLY, *ADVICE_ONLY))


def _favored(table: Table, names: Vocabulary) -> str:
    favored = table.raw.get("favors")
    if favored in names.frameworks and favored not in names.candidates():
        table.read.add("favors")
        table.fail("favors", not_a_candidate(str(favored), names.candidates()))
        return "?"
    return table.choice("favors", "framework", names.candidates())


def read_defaults(table: Table, conditions: ConditionReader) -> Defaults:
    """Return the conditions that ``[defaults]`` adds to all rules of its file."""
    table.read.update(DEFAULTS)
    table.finish()
    defaults = {key: value for key, value in table.raw.items() if key in DEFAULTS}
    before = len(conditions.errors.collected)
    if defaults:
        conditions.read(defaults, table.location)
    return defaults if len(conditions.errors.collected) == before else {}


def _when(table: Table, conditions: ConditionReader, defaults: Defaults) -> Condition:
    table.read.add("when")
    if "when" not in table.raw:
        table.miss("when", "a condition")
        return AllOf(())
    raw = with_defaults(table.raw["when"], defaults)
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
    table.read.add("fix")
    if "fix" not in table.raw:
        return None
    if not isinstance(table.raw["fix"], dict):
        table.fail("fix", "write 'fix' as a table, such as { add = 'package' }")
        return None
    fix = table.table("fix")
    add, remove, require = (fix.text(key, "") for key in ("add", "remove", "require"))
    fix.finish()
    if len(fix.raw.keys() & {"add", "remove", "require"}) != 1 and fix.raw.keys() <= fix.read:
        table.fail("fix", "a fix needs one of 'add', 'remove' and 'require'")
    if add and not is_package(add):
        fix.fail("add", not_a_package(add))
    at = table.raw.get("at", "framework")
    if remove and (remove != MATCHES or at != MATCHES) and at in AT:
        fix.fail("remove", "a fix can only remove 'matches', with at = 'matches'")
    if require and (require != MATCHES or at not in (MATCHES, FIRST_MATCH)) and at in AT:
        fix.fail("require", "a fix can only require other 'matches', with at = 'matches'")
    return FixTemplate(add, bool(remove), bool(require))


def _message(table: Table) -> str:
    message = table.text("message")
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]
    except ValueError as error:
        table.fail("message", f"invalid placeholder in the message: {error}")
        return ""
    for name in names:
        if name not in PLACEHOLDERS:
            table.fail("message", unknown("placeholder", name, PLACEHOLDERS))
    return message
