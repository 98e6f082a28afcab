"""Which table of added rules is the cause of an outcome: the one without which it is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from framesage.rulebase import RuleBaseError, build_with
from framesage.rulebase.location import SourceLocation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from framesage.rulebase.parsing import RuleFile
    from framesage.rulebase.rule_base import RuleBase

    Key = tuple[str, str]
    Try = tuple[SourceLocation, list[RuleFile]]

MOST_TABLES = 40
"""With more tables, the file that is the cause is looked for first: each try takes time."""


class Outcome(Protocol):
    """An outcome that added rules are the cause of."""

    @property
    def key(self) -> Key:
        """What identifies the outcome."""

    def is_gone(self, rule_base: RuleBase) -> bool:
        """Return whether another rule base does not have this outcome."""


def find_causes(
    outcomes: Iterable[Outcome], files: Sequence[RuleFile]
) -> dict[Key, SourceLocation]:
    """Return the table (or else the file) that is the cause, by the key of the outcome.

    Outcomes that several tables cause together are left out.
    """
    outcomes = list(outcomes)
    if _number_of_tables(files) <= MOST_TABLES:
        return _tried(outcomes, _without_each_table(files, files))
    found = _tried(outcomes, _without_each_file(files))
    for file in files:
        inside = [
            outcome
            for outcome in outcomes
            if outcome.key in found and found[outcome.key].path == file.path
        ]
        if inside and _number_of_tables([file]) <= MOST_TABLES:
            found |= _tried(inside, _without_each_table([file], files))
    return found


def _tried(outcomes: Iterable[Outcome], tries: Iterator[Try]) -> dict[Key, SourceLocation]:
    left = list(outcomes)
    found: dict[Key, SourceLocation] = {}
    while left and (attempt := next(tries, None)):
        cause, files = attempt
        try:
            rule_base = build_with(files)
        except RuleBaseError:
            continue  # something else needs what was removed
        found |= {outcome.key: cause for outcome in left if outcome.is_gone(rule_base)}
        left = [outcome for outcome in left if outcome.key not in found]
    return found


def _without_each_file(files: Sequence[RuleFile]) -> Iterator[Try]:
    for file in files:
        yield SourceLocation(file.path), [other for other in files if other is not file]


def _without_each_table(some: Iterable[RuleFile], files: Sequence[RuleFile]) -> Iterator[Try]:
    """Yield each table of some of the files, and all files without it."""
    for file in some:
        for key, at in _tables_of(file.tables):
            without = replace(file, tables=_without(file.tables, key, at))
            yield SourceLocation(file.path, (key, at)), _replaced(files, file, without)


def _number_of_tables(files: Iterable[RuleFile]) -> int:
    return sum(1 for file in files for _ in _tables_of(file.tables))


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
