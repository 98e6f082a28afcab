"""Check for unused and duplicate definitions."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.rulebase.checks.issue import Issue
from framesage.rulebase.vocabulary import GATE, GUIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.rule_base import RuleBase


def check_usage(rule_base: RuleBase) -> Iterator[Issue]:
    """Find unused claims and traits, and packages with two entries."""
    yield from _check_claims(rule_base)
    yield from _check_traits(rule_base)
    yield from _check_neutral(rule_base)
    yield from _check_repeated(rule_base)


def cited_claims(rule_base: RuleBase) -> set[str]:
    """Return the ids of the claims that are cited."""
    lists = [
        *(rule.references for rule in rule_base.all_rules()),
        *(trait.references for trait in rule_base.traits.values()),
        *(framework.references for framework in rule_base.frameworks.values()),
        *(row.references for row in rule_base.comparison),
    ]
    references = chain(*lists)
    return {name.removeprefix(GUIDE) for name in references if name.startswith(GUIDE)}


def _check_claims(rule_base: RuleBase) -> Iterator[Issue]:
    cited = cited_claims(rule_base)
    for claim in rule_base.claims.values():
        if claim.id not in cited:
            location = rule_base.locations[f"claim:{claim.id}"]
            yield Issue("uncited", location, f"nothing references {claim.id}")


def _check_traits(rule_base: RuleBase) -> Iterator[Issue]:
    read = {name for rule in rule_base.all_rules() for name in rule.condition.propositions()}
    read |= {symbols.trait(name) for need in rule_base.needs.values() for name in need.read_traits}
    supported = {group.trait for group in rule_base.evidence if not group.against}
    supported |= {rule.trait for rule in rule_base.derivations if not rule.against}
    for trait in rule_base.traits.values():
        location = rule_base.locations[symbols.trait(trait.id)]
        if symbols.trait(trait.id) not in read and not trait.outside and trait.id != GATE:
            yield Issue("unread", location, f"no condition or need uses the trait '{trait.id}'")
        if trait.id not in supported:
            yield Issue("unevidenced", location, f"there is no evidence for '{trait.id}'")


def _check_neutral(rule_base: RuleBase) -> Iterator[Issue]:
    evidence = {symbol: group.id for group in rule_base.evidence for symbol in group.strengths}
    for package in rule_base.neutral:
        location = rule_base.locations[f"neutral:{package}"]
        group = evidence.get(symbols.package(package))
        owners = rule_base.framework_of.get(package)
        if group:
            other = rule_base.locations.get(f"evidence:{group}")
            message = f"'{package}' is both neutral and evidence"
            yield Issue("not-neutral", location, message, other)
        elif owners:
            other = rule_base.locations[f"framework:{owners[0]}"]
            message = f"'{package}' is both neutral and a framework"
            yield Issue("not-neutral", location, message, other)
        elif prefix := _needless_because_of(package, rule_base):
            other = rule_base.locations[f"neutral:{prefix}"]
            message = f"'{package}' is already neutral by its prefix"
            yield Issue("needless", location, message, other)


def _needless_because_of(package: str, rule_base: RuleBase) -> str:
    """Return the prefix (``pytest-*``) with the same reason, or ""."""
    prefix = "" if package.endswith("*") else rule_base.neutral_prefix(package)
    return prefix if prefix and rule_base.neutral[prefix] == rule_base.neutral[package] else ""


def _check_repeated(rule_base: RuleBase) -> Iterator[Issue]:
    first: dict[tuple[str, str, bool], str] = {}
    for group in rule_base.evidence:
        for symbol in group.strengths:
            name = symbols.parse(symbol).name
            earlier = first.setdefault((symbol, group.trait, group.against), group.id)
            if earlier != group.id:
                message = f"'{name}' is already evidence for '{group.trait}' in '{earlier}'"
                location, other = (
                    rule_base.locations[f"evidence:{id_}"] for id_ in (group.id, earlier)
                )
                yield Issue("repeated", location, message, other)
