"""Read frameworks, those that a pack promotes to candidates, and what such a candidate brings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from framesage.rulebase.names import unknown
from framesage.rulebase.readers.frameworks import read_framework
from framesage.rulebase.strict_table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framesage.rulebase.definitions import Definitions
    from framesage.rulebase.framework_model import Comparison, Framework
    from framesage.rulebase.model import Trait


class FrameworkTables(NamedTuple):
    """The frameworks by id, and the tables that define them in all files, with their ids."""

    frameworks: dict[str, Framework]
    tables: tuple[tuple[str, Table], ...]

    @property
    def candidates(self) -> list[str]:
        """The ids of the frameworks that a project chooses from."""
        return [framework.id for framework in self.frameworks.values() if not framework.other]


def read_frameworks(definitions: Definitions, strengths: Mapping[str, float]) -> FrameworkTables:
    """Read the tables ``[[framework]]`` of all files.

    One with ``candidate = true`` may have the id of an earlier one: it completes that entry, and
    makes it a candidate.
    """
    found: dict[str, Framework] = {}
    entries: dict[str, Table] = {}
    tables: list[tuple[str, Table]] = []
    for table in definitions.tables("framework"):
        known = entries.get(str(table.raw.get("id")))
        if known is not None and _is_candidate(table):
            completed = _completed(table, known)
            framework = read_framework(completed, strengths)
            definitions.locations[f"framework:{framework.id}"] = table.location
        else:
            completed, framework = table, read_framework(table, strengths)
            if not _define(definitions, framework, table, found):
                continue
        found[framework.id] = framework
        entries[framework.id] = completed
        tables.append((framework.id, table))
    return FrameworkTables(found, tuple(tables))


def _is_candidate(table: Table) -> bool:
    """Return whether a table makes its framework a candidate; ``"true"`` is meant so, too."""
    is_given = table.flag("candidate")
    return is_given or not isinstance(table.raw.get("candidate", False), bool)


def _define(
    definitions: Definitions, framework: Framework, table: Table, found: Mapping[str, Framework]
) -> bool:
    """Store the location of a framework; report one that is defined twice."""
    if framework.id in found and found[framework.id].other:
        first = definitions.locations[f"framework:{framework.id}"]
        table.fail(
            "id",
            f"framework '{framework.id}' is already defined in {first.path.name}, line "
            f"{first.line}; add `candidate = true` to make it a candidate",
        )
        return False
    return definitions.define("framework", framework.id, table)


def _completed(table: Table, known: Table) -> Table:
    """Return a table with the keys of the entry that it completes; both report unknown keys."""
    kept = {key: value for key, value in known.raw.items() if key != "other"}
    return Table(_merged(table.raw, kept), table.location, table.errors)


def _merged(given: Mapping[str, object], kept: Mapping[str, object]) -> dict[str, object]:
    """Return both tables as one: values that are given replace others, or come first in a list."""
    merged = {**kept, **given}
    for key in given.keys() & kept.keys():
        one, other = given[key], kept[key]
        if isinstance(one, dict) and isinstance(other, dict):
            merged[key] = _merged(one, other)
        elif isinstance(one, list) and isinstance(other, list):
            merged[key] = [*one, *(item for item in other if item not in one)]
    return merged


def without_covered(
    traits: Mapping[str, Trait], read: FrameworkTables, definitions: Definitions
) -> dict[str, Trait]:
    """Return the traits; those that a candidate covers do not put a project outside any more."""
    covered = set[str]()
    outside = [trait.id for trait in traits.values() if trait.outside]
    for framework in read.frameworks.values():
        location = definitions.locations[f"framework:{framework.id}"]
        for position, name in enumerate(framework.covers):
            if name not in outside:
                message = unknown("trait with 'outside'", name, outside)
                definitions.errors.add(location.at("covers", position), message)
        covered.update(framework.covers)
    return {
        name: replace(trait, outside="") if name in covered else trait
        for name, trait in traits.items()
    }


def with_words(rows: Sequence[Comparison], read: FrameworkTables) -> tuple[Comparison, ...]:
    """Return the comparison with the words of the tables ``[framework.comparison]``, by topic."""
    words: dict[str, dict[str, str]] = {row.topic: dict(row.words) for row in rows}
    for framework, entry in read.tables:
        table = entry.table("comparison")
        for topic in table.raw:
            written = table.text(topic)
            if topic in words:
                words[topic][framework] = written
            else:
                table.fail(topic, unknown("topic of the comparison", topic, words))
    return tuple(replace(row, words=words[row.topic]) for row in rows)
