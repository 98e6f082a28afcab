"""The packages that a project lacks by the rule base, in the order of their importance."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from framesage.explanation.kits import kits_to_show
from framesage.frozen import frozen
from framesage.wording.grammar import capitalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.explanation.kit_entries import KitEntry
    from framesage.explanation.kits import Kit

MOST_PER_NEED = 3
"""How many packages are suggested for one need; the most common ones come first."""


@frozen
class MissingPackage:
    """A package that a project may add, its purpose in a few words, and the reason in Markdown."""

    name: str
    purpose: str
    reason: str


def missing_packages(assessment: Assessment) -> Iterator[MissingPackage]:
    """Yield the packages that findings propose, then those for what the project lacks."""
    for finding in assessment.findings:
        rule = assessment.rule_base.advice.get(finding.rule)
        if rule and rule.fix and rule.fix.add:
            yield MissingPackage(rule.fix.add, rule.title, f"{finding.message}\n\n{rule.why}")
    kits = kits_to_show(assessment)
    for kit in kits:
        if kit.framework == assessment.framework.candidate:
            yield from _for_needs(kit, kits, assessment)


def _for_needs(kit: Kit, kits: Sequence[Kit], assessment: Assessment) -> Iterator[MissingPackage]:
    """Yield the packages of a kit for what the project neither has nor gets from the framework."""
    chosen = {
        name
        for entry in kit.entries
        if _is_settled(entry, assessment)
        for name in (*entry.packages, *entry.alternatives)
    }
    for entry in kit.entries:
        if not entry.is_covered:
            suggested = _suggested(entry, assessment)
            names = (name for name in suggested if name not in chosen)
            yield from islice(_for_need(entry, names, kits), MOST_PER_NEED)


def _suggested(entry: KitEntry, assessment: Assessment) -> tuple[str, ...]:
    """Return the packages to suggest, without those that are made for no framework."""
    duplicates = assessment.rule_base.needs[entry.id].duplicates()
    suggested = (*entry.packages, *entry.alternatives)
    return tuple(name for name in suggested if name not in duplicates)


def _is_settled(entry: KitEntry, assessment: Assessment) -> bool:
    """Return whether the project has chosen a package, so that another would duplicate it."""
    names = {getattr(location.subject, "name", "") for location in entry.locations}
    return not names <= set(assessment.rule_base.needs[entry.id].duplicates())


def _for_need(
    entry: KitEntry, names: Iterable[str], kits: Sequence[Kit]
) -> Iterator[MissingPackage]:
    lines = [f"For {entry.need}. Relevant trait: *{entry.found.trait.title}*."]
    lines += [
        f"{kit.framework.title} includes this, as `{other.included}`: <{other.url}>."
        for kit in kits
        for other in kit.entries
        if other.id == entry.id and other.included
    ]
    for name in names:
        yield MissingPackage(name, capitalize(entry.need), "\n\n".join(lines))
