"""The tests of built-in rules whose outcome other rules change, and which table is the cause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.rule_tests import run_test
from framesage.frozen import frozen
from framesage.rule_checks.failed_tests import test_location
from framesage.rule_checks.report import tested_rules
from framesage.rulebase import RuleBaseError, build_with
from framesage.rulebase.location import SourceLocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from framesage.rulebase.model import Rule, RuleTest
    from framesage.rulebase.parsing import RuleFile
    from framesage.rulebase.rule_base import RuleBase

OFF = "is switched off"
MOST_TABLES = 40
"""With more tables, the file that is the cause is looked for instead: each try takes time."""


@frozen
class Change:
    """A test of a built-in rule with another outcome; ``cause`` is a table of the other rules.

    ``cause`` is None if no single table or file is.
    """

    rule: Rule
    test: RuleTest
    now: str
    cause: SourceLocation | None = None

    def __str__(self) -> str:
        where = "" if self.now == OFF else f" in its test '{self.test.name}'"
        return f"'{self.rule.id}' {self.now}{where}"

    @property
    def location(self) -> SourceLocation:
        """The location of the test."""
        return test_location(self.rule, self.test)


def changed_outcomes(
    builtin: RuleBase, merged: RuleBase, files: Sequence[RuleFile]
) -> list[Change]:
    """Return the tests of built-in rules with another outcome once ``files`` are added."""
    changes = [change for rule in tested_rules(builtin) for change in _changes_of(rule, merged)]
    open_ = {at: change for at, change in enumerate(changes) if change.cause is None}
    for cause, others in _with_one_removed(files) if open_ else ():
        try:
            without = build_with(others)
        except RuleBaseError:
            continue  # something else needs what was removed
        for number, change in tuple(open_.items()):
            if _outcome(change.rule, change.test, without) == "":
                changes[number] = replace(change, cause=cause)
                del open_[number]
        if not open_:
            break
    return changes


def _changes_of(rule: Rule, merged: RuleBase) -> Iterator[Change]:
    cause = _severity_off(rule, merged)
    if cause:
        yield Change(rule, rule.tests[0], OFF, cause)
    for test in () if cause else rule.tests:
        now = _outcome(rule, test, merged)
        if now:
            yield Change(rule, test, now)
            if now == OFF:
                return


def _severity_off(rule: Rule, merged: RuleBase) -> SourceLocation | None:
    """Return where the ``[severities]`` of a pack switch a rule off."""
    for pack in merged.packs:
        if pack.severities.get(rule.id) == "off" and rule.severity != "off":
            return SourceLocation(pack.location.path, ("severities", rule.id))
    return None


def _outcome(rule: Rule, test: RuleTest, rule_base: RuleBase) -> str:
    """Return what a built-in rule does now; "" if that is what its test expects."""
    current = {**rule_base.guidance, **rule_base.advice}.get(rule.id)
    if current is None or (current.severity == "off" and rule.severity != "off"):
        return OFF
    outcome = run_test(current, test, rule_base)
    if outcome.passed:
        return ""
    return "fires" if outcome.fired else "does not fire"


def _with_one_removed(
    files: Sequence[RuleFile],
) -> Iterator[tuple[SourceLocation, list[RuleFile]]]:
    """Yield each table of the files, and the files without it."""
    tables = [(file, key, at) for file in files for key, at in _tables_of(file.tables)]
    if len(tables) > MOST_TABLES:
        for file in files:
            yield SourceLocation(file.path), [other for other in files if other is not file]
        return
    for file, key, at in tables:
        without = replace(file, tables=_without(file.tables, key, at))
        yield SourceLocation(file.path, (key, at)), _replaced(files, file, without)


def _tables_of(tables: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    for key, value in tables.items():
        if isinstance(value, list):
            yield from ((key, at) for at in range(len(value)))


def _without(tables: Mapping[str, object], key: str, at: int) -> dict[str, object]:
    found = tables[key]
    kept = [*found[:at], *found[at + 1 :]] if isinstance(found, list) else found
    return {**tables, key: kept}


def _replaced(files: Iterable[RuleFile], old: RuleFile, new: RuleFile) -> list[RuleFile]:
    return [new if file is old else file for file in files]
