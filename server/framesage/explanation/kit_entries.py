"""What a candidate has for each need of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.needs import needs_of
from framesage.explanation.kit_packages import fitting_packages, locations_of, settled
from framesage.frozen import frozen
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis, InferredTrait
    from framesage.rulebase.need_model import Need, Provision
    from framesage.rulebase.rule_base import RuleBase


@frozen
class KitEntry:
    """What a framework has for a need: something ``included``, or ``packages`` to install, or
    several to choose from, or nothing.

    ``found`` is the first trait that makes it a need. ``alternatives`` replace what is included
    or the packages, or are what to choose from; packages that do not work with those of the project
    or of its kit are in neither.
    ``locations`` are the requirements of the project that cover the need already. ``url`` is a page
    about what is included, or about the default package; "" if another package takes its place.
    """

    id: str
    need: str
    found: InferredTrait
    packages: tuple[str, ...]
    alternatives: tuple[str, ...]
    included: str
    url: str
    locations: tuple[Location, ...] = ()

    @property
    def trait(self) -> str:
        """The id of the trait that makes it a need."""
        return self.found.trait.id

    @property
    def to_install(self) -> tuple[str, ...]:
        """The packages to install: those for a need that nothing covers yet."""
        return () if self.is_covered else self.packages

    @property
    def is_choice(self) -> bool:
        """Whether a person has to choose a package."""
        return bool(self.alternatives) and not (self.is_covered or self.packages)

    @property
    def by_hand(self) -> bool:
        """Whether neither the framework nor a package covers the need."""
        return not (self.is_covered or self.packages or self.alternatives)

    @property
    def is_covered(self) -> bool:
        """Whether the framework or the project's requirements cover the need."""
        return bool(self.included or self.locations)


def entries_for(framework: str, analysis: Analysis) -> tuple[KitEntry, ...]:
    """Return what a framework (its id) has for the needs of a project, without needs that the rule
    base does not describe for it."""
    found = tuple(
        (need, need.provisions[framework], trait)
        for need, trait in needs_of(analysis)
        if framework in need.provisions
    )
    covering = {need.id: _covering(need, framework, analysis) for need, _, _ in found}
    fitting = {
        need.id: fitting_packages(provision, framework, analysis) for need, provision, _ in found
    }
    open_needs = {name: kept for name, kept in fitting.items() if not covering[name]}
    packages = fitting | settled(open_needs, analysis)
    return tuple(
        _entry(need, provision, trait, packages[need.id], covering[need.id])
        for need, provision, trait in found
    )


def _entry(
    need: Need,
    provision: Provision,
    found: InferredTrait,
    kept: tuple[tuple[str, ...], tuple[str, ...]],
    locations: tuple[Location, ...],
) -> KitEntry:
    packages, alternatives = kept
    is_default = packages[:1] == provision.packages[:1] and not locations
    return KitEntry(
        id=need.id,
        need=need.title,
        found=found,
        packages=packages,
        alternatives=alternatives,
        included=provision.included,
        url=provision.docs if provision.included or is_default else "",
        locations=locations,
    )


def _covering(need: Need, framework: str, analysis: Analysis) -> tuple[Location, ...]:
    """Return the requirements that cover a need: known packages for it, or else other evidence."""
    known = tuple(locations_of(need.provisions[framework].all_packages(), analysis))
    return known or tuple(locations_of(_evident(need, framework, analysis), analysis))


def _evident(need: Need, framework: str, analysis: Analysis) -> Iterator[str]:
    """Yield the packages that alone are evidence for the trait that covers a need, without plugins
    of other frameworks and those that the need leaves out."""
    base = analysis.rule_base
    medium = base.threshold("medium")
    for group in base.evidence:
        if group.trait == need.covered_by and not group.against:
            strong = (symbol for symbol, found in group.strengths.items() if found >= medium)
            for package in filter(None, map(symbols.package_of, strong)):
                if package not in need.not_covered_by and _works_with(package, framework, base):
                    yield package


def _works_with(package: str, framework: str, base: RuleBase) -> bool:
    owners = base.plugin_of(package)
    return framework in owners or not owners
