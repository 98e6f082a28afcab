"""Extract the facts of a project that the rule base can use."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.analysis.markers import is_installed, supported_pythons
from framesage.analysis.metadata_facts import metadata_facts
from framesage.analysis.model import Location
from framesage.analysis.name_facts import name_facts
from framesage.analysis.pulled_in import PulledIn
from framesage.analysis.queried_metadata import queried_metadata
from framesage.analysis.requirement_facts import QueriedRequirements
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

    _Listed = tuple[Manifest, Requirement]


def extract_facts(project: Project, rule_base: RuleBase, today: date) -> Iterator[Fact]:
    """Yield the facts that a project's dependency files and file names show.

    ``today`` decides which releases of a framework are supported.
    """
    pythons = supported_pythons(project)
    own = [
        (manifest, requirement)
        for manifest in project.manifests
        for requirement in manifest.requirements.named(rule_base.is_relevant)
    ]
    found = [
        (manifest, requirement)
        for manifest, requirement in (*own, *_brought(project, own, rule_base))
        if is_installed(manifest, requirement, pythons)
    ]
    required = _required_frameworks(
        (requirement for _, requirement in found), rule_base, project.settings.framework
    )
    pulled_in = PulledIn(_by_path(found), rule_base.installs)
    extractor = _Extractor(rule_base, today, required, pulled_in, QueriedRequirements(project.root))
    for manifest, requirement in found:
        yield from extractor.requirement_facts(manifest, requirement)
    for edge in project.local.unread:
        yield Fact(symbols.UNREAD, 1.0, Location(edge.manifest, edge.range))
    yield from metadata_facts(project, rule_base)
    yield from name_facts(project, rule_base)
    yield from queried_metadata(project, rule_base)
    yield from (Fact(symbols.layout(fact)) for fact in _layout(project))


def _brought(project: Project, own: Iterable[_Listed], rule_base: RuleBase) -> Iterator[_Listed]:
    """Yield what local packages bring that the project does not require itself, each once."""
    seen = {(found.name, found.group.purpose) for _, found in own if found.origin is Origin.DIRECT}
    for brought in project.local.brought:
        for requirement in brought.manifest.requirements.named(rule_base.is_relevant):
            key = (requirement.name, requirement.group.purpose)
            if key not in seen:
                seen.add(key)
                yield brought.manifest, requirement


def _by_path(found: Iterable[_Listed]) -> Mapping[Path, Sequence[Requirement]]:
    by_path: dict[Path, list[Requirement]] = defaultdict(list)
    for manifest, requirement in found:
        by_path[manifest.source.path].append(requirement)
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
    pulled_in: PulledIn
    queried: QueriedRequirements

    def requirement_facts(self, manifest: Manifest, requirement: Requirement) -> Iterator[Fact]:
        """Yield the facts that one requirement shows."""
        location = Location(manifest, requirement.range, requirement)
        reliability = self._reliability(requirement)
        frameworks = self.rule_base.plugin_of(requirement.name)
        for framework in frameworks:
            yield Fact(symbols.plugin(framework), reliability, location)
        queries = self.rule_base.condition_symbols.requirement_queries[requirement.name]
        for symbol in self.queried.symbols(manifest, requirement, queries):
            yield Fact(symbol, 1.0, location)
        if not self._is_stray(requirement.name, frameworks):
            implied = self.pulled_in(manifest.source.path, requirement)
            for symbol in self._package_symbols(manifest, requirement):
                yield Fact(symbol, reliability, location, implied)

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
