"""Add to what other rule files define: ``[[extend]]`` names one target and what it adds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.rulebase.names import alternatives, intended_key
from framesage.rulebase.readers.battery_extensions import BatteryExtension, read_battery_extension
from framesage.rulebase.readers.evidence import KINDS, read_strengths
from framesage.rulebase.readers.targets import read_target
from framesage.rulebase.strict_table import Table
from framesage.rulebase.tables.values import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from framesage.rulebase.framework_model import Framework, PackageSet
    from framesage.rulebase.model import EvidenceGroup
    from framesage.rulebase.need_model import Need
    from framesage.rulebase.vocabulary import Vocabulary

_FRAMEWORK = ("packages", "plugins", "bundled-by")


def extend(
    tables: Iterable[Table], names: Vocabulary, evidence: Mapping[str, EvidenceGroup]
) -> tuple[Vocabulary, dict[str, EvidenceGroup]]:
    """Return the vocabulary and the evidence with what the ``[[extend]]`` tables add."""
    extended = _Extended(
        names,
        dict(names.frameworks),
        dict(names.needs),
        dict(names.package_sets),
        dict(evidence),
    )
    batteries = [found for table in tables for found in extended.add(table)]
    for battery in batteries:  # last, because new plugins decide whom their packages are for
        battery.apply(extended.needs, extended.frameworks, extended.evidence)
    vocabulary = replace(
        names,
        frameworks=extended.frameworks,
        needs=extended.needs,
        package_sets=extended.package_sets,
    )
    return vocabulary, extended.evidence


@dataclass(slots=True)
class _Extended:
    """What can be extended, by id."""

    names: Vocabulary
    frameworks: dict[str, Framework]
    needs: dict[str, Need]
    package_sets: dict[str, PackageSet]
    evidence: dict[str, EvidenceGroup]

    def add(self, table: Table) -> Iterable[BatteryExtension]:
        """Add what one table says; return what it adds to a battery."""
        known: dict[str, Collection[str]] = {
            "battery": self.needs,
            "package-set": self.package_sets,
            "framework": self.frameworks,
            "evidence": self.evidence,
        }
        kind, target = read_target(table, known)
        if kind == "battery":
            return (read_battery_extension(table, self.needs[target], self.names),)
        if kind:
            _EXTEND[kind](self, target, table)
        return ()

    def _package_set(self, target: str, table: Table) -> None:
        found = self.package_sets[target]
        if "packages" not in table.raw:
            table.fail("packages", f"'packages' is missing: {PACKAGES.words}")
        packages = _joined(found.packages, table.texts("packages"))
        self.package_sets[target] = replace(found, packages=packages)

    def _framework(self, target: str, table: Table) -> None:
        _check_says(table, "framework", _FRAMEWORK)
        found = self.frameworks[target]
        self.frameworks[target] = replace(
            _with_plugins(found, _plugins(table), self.names.scale.strengths),
            packages=_joined(found.packages, table.texts("packages")),
            bundled_by=_joined(found.bundled_by, table.texts("bundled-by")),
        )

    def _evidence(self, target: str, table: Table) -> None:
        found = self.evidence[target]
        _check_says(table, "evidence", tuple(KINDS))
        if isinstance(table.raw.get("packages"), list):
            table.fail("packages", "give the packages a strength: packages.strong = [...]")
        added = read_strengths(table, self.names.scale.strengths)
        for symbol in added.keys() & found.strengths.keys():
            name = symbols.parse(symbol).name
            table.fail("evidence", f"'{name}' is already in '{target}'")
        self.evidence[target] = replace(found, strengths={**added, **found.strengths})


_EXTEND: dict[str, Callable[[_Extended, str, Table], None]] = {
    "package-set": _Extended._package_set,
    "framework": _Extended._framework,
    "evidence": _Extended._evidence,
}


def _check_says(table: Table, target: str, keys: tuple[str, ...]) -> None:
    """Report an extension without any of the keys; a misspelled one is reported already."""
    if not any(key in keys or intended_key(key, keys) for key in table.raw):
        table.fail(target, f"say what to add: {alternatives(keys)}")


def _plugins(table: Table) -> Table:
    """Return the table of plugins; a list of packages is short for a table with these."""
    raw = table.raw.get("plugins")
    if not isinstance(raw, list):
        return table.table("plugins")
    return Table({"packages": raw}, table.location, table.errors)


def _with_plugins(found: Framework, plugins: Table, words: Mapping[str, float]) -> Framework:
    known = found.plugin_strength or words.get("fair", 0.5)
    strength = plugins.strength("strength", words, default=known)
    return replace(
        found,
        plugin_prefixes=_joined(found.plugin_prefixes, plugins.texts("prefixes")),
        plugin_suffixes=_joined(found.plugin_suffixes, plugins.texts("suffixes")),
        plugin_packages=_joined(found.plugin_packages, plugins.texts("packages")),
        plugin_exceptions=_joined(found.plugin_exceptions, plugins.texts("except")),
        plugin_strength=strength if plugins.raw else found.plugin_strength,
    )


def _joined(found: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*found, *more)))
