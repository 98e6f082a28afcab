"""Words that nobody uses, and things said twice."""

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
    """Find unused claims and traits, and packages that are judged twice."""
    yield from _check_claims(rule_base)
    yield from _check_traits(rule_base)
    yield from _check_neutral(rule_base)
    yield from _check_repeated(rule_base)


def cited_claims(rule_base: RuleBase) -> set[str]:
    """Return the ids of the claims that something cites."""
    lists = [
        *(one.references for one in rule_base.all_rules()),
        *(one.references for one in rule_base.traits.values()),
        *(one.references for one in rule_base.frameworks.values()),
        *(one.references for one in rule_base.comparison),
    ]
    return {one.removeprefix(GUIDE) for one in chain(*lists) if one.startswith(GUIDE)}


def _check_claims(rule_base: RuleBase) -> Iterator[Issue]:
    cited = cited_claims(rule_base)
    for claim in rule_base.claims.values():
        if claim.id not in cited:
            location = rule_base.locations[f"claim:{claim.id}"]
            yield Issue("uncited", location, f"no rule, trait or comparison cites {claim.id}")


def _check_traits(rule_base: RuleBase) -> Iterator[Issue]:
    read = {name for one in rule_base.all_rules() for name in one.condition.propositions()}
    shown = {one.trait for one in rule_base.evidence if not one.against}
    shown |= {one.trait for one in rule_base.derivations if not one.against}
    for trait in rule_base.traits.values():
        location = rule_base.locations[symbols.trait(trait.id)]
        if symbols.trait(trait.id) not in read and not trait.outside and trait.id != GATE:
            yield Issue("unread", location, f"no rule reads the trait '{trait.id}'")
        if trait.id not in shown:
            yield Issue("unevidenced", location, f"nothing is evidence for '{trait.id}'")


def _check_neutral(rule_base: RuleBase) -> Iterator[Issue]:
    judged = {symbol for group in rule_base.evidence for symbol in group.strengths}
    for package in rule_base.neutral:
        location = rule_base.locations[f"neutral:{package}"]
        if symbols.package(package) in judged:
            yield Issue("not-neutral", location, f"'{package}' is neutral and evidence at once")
        elif package in rule_base.framework_of:
            yield Issue("not-neutral", location, f"'{package}' is neutral and a framework at once")
        elif _is_needless(package, rule_base):
            yield Issue("needless", location, f"'{package}' is neutral by its beginning already")


def _is_needless(package: str, rule_base: RuleBase) -> bool:
    """Tell whether a beginning (``pytest-*``) already says the same."""
    begins = package.endswith("*")
    return not begins and rule_base.neutral_beginning(package) == rule_base.neutral[package]


def _check_repeated(rule_base: RuleBase) -> Iterator[Issue]:
    first: dict[tuple[str, str, bool], str] = {}
    for group in rule_base.evidence:
        for symbol in group.strengths:
            name = symbols.parse(symbol).name
            earlier = first.setdefault((symbol, group.trait, group.against), group.id)
            if earlier != group.id:
                message = f"'{name}' is evidence for '{group.trait}' in {earlier} already"
                yield Issue("repeated", rule_base.locations[f"evidence:{group.id}"], message)
