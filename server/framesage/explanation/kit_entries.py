"""What a candidate has for each need of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import Location
from framesage.frozen import frozen
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.analysis.model import Analysis, InferredTrait
    from framesage.rulebase.need_model import Need, Provision
    from framesage.rulebase.rule_base import RuleBase

_FOUND = ("medium", "high", "declared")


@frozen
class KitEntry:
    """What a framework has for a need: something ``included``, or ``packages`` to install, or
    neither.

    ``found`` is the strongest trait that makes it a need. ``alternatives`` replace the packages;
    packages that do not work with those of the project are in neither.
    ``locations`` are the requirements of the project that cover the need already. ``url`` is a page
    about what is included, or about the default package; "" if that one does not fit.
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
    def by_hand(self) -> bool:
        """Whether neither the framework nor a package covers the need."""
        return not (self.included or self.packages or self.locations)

    @property
    def is_covered(self) -> bool:
        """Whether the framework or the project's requirements cover the need."""
        return bool(self.included or self.locations)


def entries_for(framework: str, analysis: Analysis) -> Iterator[KitEntry]:
    """Yield what a framework (its id) has for the needs of a project, without needs that the rule
    base does not describe for it."""
    for need, found in _needs(analysis):
        provision = need.provisions.get(framework)
        if provision:
            packages, alternatives = _fitting(provision, framework, analysis)
            yield KitEntry(
                id=need.id,
                need=need.title,
                found=found,
                packages=packages,
                alternatives=alternatives,
                included=provision.included,
                url=provision.docs if packages[:1] == provision.packages[:1] else "",
                locations=_covering(need, framework, analysis),
            )


def _needs(analysis: Analysis) -> Iterator[tuple[Need, InferredTrait]]:
    """Yield the needs of the project, each with the most certain trait that it follows from."""
    traits = {found.trait.id: found for found in analysis.traits if found.certainty in _FOUND}
    for need in analysis.rule_base.needs.values():
        found = [traits[name] for name in need.traits if name in traits]
        if found:
            yield need, max(found, key=lambda trait: trait.belief)


def _fitting(
    provision: Provision, framework: str, analysis: Analysis
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the packages and alternatives that work with what the project requires; if no default
    package does, the first alternative takes its place."""
    packages, alternatives = (
        tuple(name for name in names if _fits(name, framework, analysis))
        for names in (provision.packages, provision.alternatives)
    )
    if packages or not provision.packages:
        return packages, alternatives
    return alternatives[:1], alternatives[1:]


def _fits(package: str, framework: str, analysis: Analysis) -> bool:
    """Return whether the project requires something that a package extends, or nothing else for
    the same need."""
    extended = set(analysis.rule_base.extends.get(package, ()))
    if not extended:
        return True
    provisions = (need.provisions.get(framework) for need in analysis.rule_base.needs.values())
    sets = (set(provision.all_packages()) for provision in provisions if provision)
    rivals = {name for names in sets if names & extended for name in names}
    required = {name for name in rivals if any(_locations((name,), analysis))}
    return not required or bool(required & extended)


def _covering(need: Need, framework: str, analysis: Analysis) -> tuple[Location, ...]:
    """Return the requirements that cover a need: known packages for it, or else other evidence."""
    known = tuple(_locations(need.provisions[framework].all_packages(), analysis))
    return known or tuple(_locations(_evident(need, framework, analysis), analysis))


def _evident(need: Need, framework: str, analysis: Analysis) -> Iterator[str]:
    """Yield the packages that alone are evidence for the trait that covers a need, without plugins
    of other frameworks."""
    base = analysis.rule_base
    medium = base.threshold("medium")
    groups = (group for group in base.evidence if group.trait == need.covered_by)
    for group in groups:
        for symbol, strength in () if group.against else group.strengths.items():
            package = symbols.package_of(symbol)
            if package and strength >= medium and _works_with(package, framework, base):
                yield package


def _works_with(package: str, framework: str, base: RuleBase) -> bool:
    owners = base.plugin_of(package)
    return framework in owners or not owners


def _locations(packages: Iterable[str], analysis: Analysis) -> Iterator[Location]:
    """Yield the best location of each package that counts as evidence."""
    for package in packages:
        for fact in analysis.memory.observed(symbols.package(package))[:1]:
            if fact.reliability > 0 and isinstance(fact.location, Location):
                yield fact.location
