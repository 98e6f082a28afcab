"""Check that the kits are complete: each candidate has an entry, each package a minimum version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.checks.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.need_model import Need
    from framesage.rulebase.rule_base import RuleBase


def check_kits(rule_base: RuleBase) -> Iterator[Issue]:
    """Find needs without an entry for a candidate with a kit, default packages without a minimum
    version, and packages that belong to another framework."""
    candidates = {name for need in rule_base.needs.values() for name in need.provisions}
    for need in rule_base.needs.values():
        location = rule_base.locations[f"need:{need.id}"]
        for name in sorted(candidates - need.provisions.keys()):
            yield Issue("incomplete", location, f"'{need.id}' has no entry for '{name}'")
        for package in _without_minimum(need, rule_base):
            yield Issue("no-minimum", location, f"'{package}' has no version in [minimums]")
        for name, package in _of_others(need, rule_base):
            message = f"'{package}' is a plugin of another framework than '{name}'"
            yield Issue("stray", location, message)


def _without_minimum(need: Need, rule_base: RuleBase) -> Iterator[str]:
    default = {name for provision in need.provisions.values() for name in provision.packages}
    yield from sorted(default - rule_base.minimums.keys())


def _of_others(need: Need, rule_base: RuleBase) -> Iterator[tuple[str, str]]:
    """Yield the packages of a candidate that are plugins of other frameworks only.

    A package that the need names for its own framework, too, is meant to work with both.
    """
    packages = {name: provision.all_packages() for name, provision in need.provisions.items()}
    for name, own in packages.items():
        for package in own:
            owners = set(rule_base.plugin_of(package))
            named = {other for other in packages if package in packages[other]}
            if owners and owners.isdisjoint(named):
                yield name, package
