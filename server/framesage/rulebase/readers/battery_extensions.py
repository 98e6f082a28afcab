"""Add packages to a battery, so that they count wherever its own packages do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase import symbols
from framesage.rulebase.names import unknown
from framesage.rulebase.readers.needs import read_provisions
from framesage.rulebase.tables.values import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import EvidenceGroup
    from framesage.rulebase.need_model import Need, Provision
    from framesage.rulebase.strict_table import Table
    from framesage.rulebase.vocabulary import Vocabulary

ROLES = ("cover", "alternative", "default")
"""What packages are to a kit: they count, are shown beside the default, or are the default."""


@frozen
class BatteryExtension:
    """Packages for a battery with some candidates (``for_``; all that fit if empty), and what
    further candidates (``provisions``) have for it."""

    table: Table
    battery: str
    packages: tuple[str, ...]
    for_: tuple[str, ...]
    role: str
    provisions: Mapping[str, Provision]

    def apply(
        self,
        needs: dict[str, Need],
        frameworks: Mapping[str, Framework],
        evidence: dict[str, EvidenceGroup],
    ) -> None:
        """Add the packages to the need, and to the evidence that its own packages are in."""
        need = needs[self.battery]
        added: dict[str, list[str]] = {}
        for package in self.packages:
            for name in self.for_ or self._fitting(package, need, frameworks):
                added.setdefault(name, []).append(package)
        extended = {
            name: _with(need.provisions[name], packages, self.role)
            for name, packages in added.items()
        }
        _inherit(self.packages, need, evidence)
        provisions = {**need.provisions, **extended, **self.provisions}
        needs[self.battery] = replace(need, provisions=provisions)

    def _fitting(
        self, package: str, need: Need, frameworks: Mapping[str, Framework]
    ) -> tuple[str, ...]:
        """Return the candidates that a package is a plugin of, or all if it is not a plugin."""
        owners = {name for name, found in frameworks.items() if found.has_plugin(package)}
        fitting = tuple(name for name in need.provisions if not owners or name in owners)
        if not fitting:
            titles = " and ".join(sorted(owners))
            message = f"'{package}' is a plugin of {titles}; name the framework with 'for'"
            self.table.fail("packages", message)
        return fitting


def read_battery_extension(table: Table, need: Need, names: Vocabulary) -> BatteryExtension:
    """Read an ``[[extend]]`` with ``battery``."""
    candidates = names.candidates()
    provisions = dict(read_provisions(table, candidates))
    for name in provisions:
        if name in need.provisions:
            table.fail(name, f"'{need.id}' has an entry for '{name}' already; add 'packages' to it")
    for_ = table.texts("for")
    for name in for_:
        if name in candidates and name not in need.provisions:
            table.fail("for", unknown("candidate", name, need.provisions))
    if not provisions and "packages" not in table.raw:
        table.fail("packages", f"'packages' is missing: {PACKAGES.words}")
    return BatteryExtension(
        table=table,
        battery=need.id,
        packages=table.texts("packages"),
        for_=tuple(name for name in for_ if name in need.provisions),
        role=table.text("as", "cover"),
        provisions=provisions,
    )


def _with(provision: Provision, packages: Sequence[str], role: str) -> Provision:
    """Return a provision with more packages, of which the last one becomes the default.

    What is included cannot have another default.
    """
    known = set(provision.all_packages() if role == "cover" else provision.packages)
    new = dict.fromkeys(package for package in packages if package not in known)
    if role == "cover":
        return replace(provision, also=(*provision.also, *new))
    if role == "alternative" or provision.included:
        others = _without(provision, new)
        return replace(others, alternatives=(*reversed(new), *others.alternatives))
    if not new:
        return provision
    default, *before = dict.fromkeys(reversed(packages))
    others = _without(provision, (default, *before))
    alternatives = (*before, *others.packages, *others.choices, *others.alternatives)
    return replace(
        others, packages=(default,), choices=(), alternatives=alternatives, by_hand=False
    )


def _without(provision: Provision, packages: Collection[str]) -> Provision:
    removed = set(packages)

    def kept(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in removed)

    return replace(
        provision,
        packages=kept(provision.packages),
        choices=kept(provision.choices),
        alternatives=kept(provision.alternatives),
        also=kept(provision.also),
    )


def _inherit(packages: Iterable[str], need: Need, evidence: dict[str, EvidenceGroup]) -> None:
    """Add packages to the evidence for the need, with the strength of the need's usual package.

    A package that is already evidence for or against a trait keeps its own strength.
    """
    standing = _usual_evidence(need, evidence.values())
    traits = {group.trait for group, _ in standing}
    known = {trait: _evidence_of(trait, evidence.values()) for trait in traits}
    for group, strength in standing:
        added = (symbols.package(package) for package in packages)
        new = {symbol: strength for symbol in added if symbol not in known[group.trait]}
        evidence[group.id] = replace(group, strengths={**group.strengths, **new})


def _evidence_of(trait: str, evidence: Iterable[EvidenceGroup]) -> set[str]:
    groups = (group for group in evidence if group.trait == trait)
    return {symbol for group in groups for symbol in group.strengths}


def _usual_evidence(
    need: Need, evidence: Collection[EvidenceGroup]
) -> Sequence[tuple[EvidenceGroup, float]]:
    """Return the evidence for a need, with strengths: that of the first package that is any.

    The packages are those with which projects usually cover the need, the most usual first.
    """
    traits = {*need.traits, need.covered_by}
    groups = [group for group in evidence if group.trait in traits and not group.against]
    for name in need.usual_packages():
        symbol = symbols.package(name)
        found = [(group, group.strengths[symbol]) for group in groups if symbol in group.strengths]
        if found:
            return found
    return ()
