"""Extract the facts of a project that the rule base can use."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.analysis.location import Location
from framesage.analysis.markers import is_installed, supported_pythons
from framesage.analysis.metadata_facts import metadata_facts
from framesage.analysis.name_facts import name_facts
from framesage.analysis.pulled_in import PulledIn
from framesage.analysis.queried_metadata import queried_metadata
from framesage.analysis.requirement_facts import QueriedRequirements
from framesage.analysis.shown import Shown
from framesage.analysis.sightings import Reading, Seen, Sighting
from framesage.analysis.versions import admits_only, effective_specifiers, is_unsupported
from framesage.frozen import frozen
from framesage.inference import Fact
from framesage.manifests.model import Origin
from framesage.project.layout_facts import AT_MOST
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase

    _Listed = tuple[Manifest, Sequence[Requirement]]


def read_facts(
    project: Project, rule_base: RuleBase, today: date, before: Shown | None = None
) -> Reading:
    """Return the facts that a project's dependency files and file names show.

    ``today`` decides which releases of a framework are supported. What requirements showed
    ``before`` is not read again.
    """
    pythons = supported_pythons(project)
    own = [
        (manifest, list(manifest.requirements.named(rule_base.is_relevant)))
        for manifest in project.manifests
    ]
    found = [
        (manifest, [found for found in listed if is_installed(manifest, found, pythons)])
        for manifest, listed in (*own, *_brought(project, own, rule_base))
    ]
    required = _required_frameworks(
        (requirement for _, listed in found for requirement in listed),
        rule_base,
        project.settings.framework,
    )
    shown = Shown((rule_base, today, required, project.root), before)
    extractor = _Extractor(rule_base, today, required, QueriedRequirements(project.root))
    seen = [
        Seen(Location(manifest, requirement.range, requirement), facts)
        for manifest, listed in _with_implied(found, rule_base)
        for requirement, facts in shown.read(manifest, listed, extractor.facts_of)
        if facts
    ]
    others = (Seen(other.location, (other.fact,)) for other in _others(project, rule_base))
    return Reading((*seen, *others), shown.end())


def _others(project: Project, rule_base: RuleBase) -> Iterator[Sighting]:
    """Yield the facts that something else than requirements shows."""
    for edge in project.local.unread:
        yield Sighting(symbols.UNREAD, 1.0, Location(edge.manifest, edge.range))
    yield from metadata_facts(project, rule_base)
    yield from name_facts(project, rule_base)
    yield from queried_metadata(project, rule_base)
    yield from (Sighting(symbols.layout(fact)) for fact in _layout(project))


def _with_implied(
    found: Sequence[_Listed], rule_base: RuleBase
) -> Iterator[tuple[Manifest, Iterator[tuple[Requirement, bool]]]]:
    """Yield the requirements of each file, and whether others install each of them anyway."""
    pulled_in = PulledIn(_by_path(found), rule_base.installs)
    for manifest, listed in found:
        path = manifest.source.path
        yield manifest, zip(listed, pulled_in.among(path, listed), strict=True)


def _brought(project: Project, own: Iterable[_Listed], rule_base: RuleBase) -> Iterator[_Listed]:
    """Yield what local packages bring that the project does not require itself, each once."""
    if not project.local.brought:
        return
    required = (found for _, listed in own for found in listed if found.origin is Origin.DIRECT)
    seen = {(found.name, found.group.purpose) for found in required}
    for brought in project.local.brought:
        new = []
        for requirement in brought.manifest.requirements.named(rule_base.is_relevant):
            key = (requirement.name, requirement.group.purpose)
            if key not in seen:
                seen.add(key)
                new.append(requirement)
        yield brought.manifest, new


def _by_path(found: Iterable[_Listed]) -> Mapping[Path, Sequence[Requirement]]:
    by_path: dict[Path, list[Requirement]] = defaultdict(list)
    for manifest, listed in found:
        by_path[manifest.source.path] += listed
    return by_path


def _layout(project: Project) -> Iterator[str]:
    """Yield the facts about file names; without requirements, the number of files says nothing.

    A project that requires nothing has few files because it is new, not because it stays small.
    """
    is_new = not any(len(manifest.requirements) for manifest in project.manifests)
    yield from (fact for fact in project.layout if not (is_new and AT_MOST in fact))


def _required_frameworks(
    requirements: Iterable[Requirement], rule_base: RuleBase, declared: str
) -> frozenset[str]:
    """Return the ids of the candidate frameworks that are required directly, or declared."""
    direct = {
        requirement.name for requirement in requirements if requirement.origin is Origin.DIRECT
    }
    return frozenset(
        framework.id
        for framework in rule_base.candidates
        if framework.id == declared or not direct.isdisjoint(framework.packages)
    )


@frozen
class _Extractor:
    """Extracts facts from requirements.

    ``required`` are the ids of the candidate frameworks that the project requires.
    """

    rule_base: RuleBase
    today: date
    required: frozenset[str]
    queried: QueriedRequirements

    def facts_of(
        self, manifest: Manifest, requirement: Requirement, implied: bool
    ) -> tuple[Fact, ...]:
        """Return the facts that one requirement shows, each once."""
        return tuple(dict.fromkeys(self._facts(manifest, requirement, implied)))

    def _facts(self, manifest: Manifest, requirement: Requirement, implied: bool) -> Iterator[Fact]:
        reliability = self._reliability(requirement)
        frameworks = self.rule_base.plugin_of(requirement.name)
        for framework in frameworks:
            yield Fact(symbols.plugin(framework), reliability)
        queries = self.rule_base.condition_symbols.requirement_queries[requirement.name]
        for symbol in self.queried.symbols(manifest, requirement, queries):
            yield Fact(symbol, 1.0)
        if not self._is_stray(requirement.name, frameworks):
            for symbol in self._package_symbols(manifest, requirement):
                yield Fact(symbol, reliability, implied)

    def _reliability(self, requirement: Requirement) -> float:
        origin, purpose = requirement.origin, requirement.group.purpose
        kind = purpose.value if origin is Origin.DIRECT else origin.value
        return self.rule_base.scale.reliabilities[kind]

    def _is_stray(self, name: str, frameworks: Sequence[str]) -> bool:
        """Return whether a plugin of these frameworks is left over from another framework.

        A stray plugin is not evidence of any trait: the project requires the other candidate, for
        which no rule file names it.
        """
        owners = {framework.id for framework in self.rule_base.candidates}.intersection(frameworks)
        return (
            bool(owners and self.required)
            and self.required.isdisjoint(owners)
            and not any(self.rule_base.is_for(name, framework) for framework in self.required)
        )

    def _package_symbols(self, manifest: Manifest, requirement: Requirement) -> Iterator[str]:
        name, rule_base = requirement.name, self.rule_base
        yield symbols.package(name)
        versions = rule_base.condition_symbols.package_versions
        if name in versions or name in rule_base.framework_of:
            yield from self._version_symbols(name, effective_specifiers(manifest, requirement))

    def _version_symbols(self, name: str, specifiers: Sequence[str]) -> Iterator[str]:
        for wanted in self.rule_base.condition_symbols.package_versions.get(name, ()):
            if all(admits_only(specifier, wanted) for specifier in specifiers):
                yield symbols.package(name, wanted)
        for framework in self.rule_base.framework_of.get(name, ()):
            releases = self.rule_base.releases_of(framework)
            if all(is_unsupported(specifier, releases, self.today) for specifier in specifiers):
                yield symbols.release_unsupported(framework)
