"""From a project to what the engine sees: symbols, how much each location is worth, and where."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.analysis.description import words_said
from framesage.analysis.markers import holds_nowhere, pythons_of
from framesage.analysis.model import Location
from framesage.analysis.strays import Strays
from framesage.analysis.versions import admits_only, is_unsupported, specifiers_in_use
from framesage.frozen import frozen
from framesage.inference import Fact
from framesage.manifests.lazy_requirements import named
from framesage.manifests.model import Origin
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from framesage.manifests.model import Manifest, Metadata, Requirement
    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase


@frozen
class Observer:
    """Sees a project with the eyes of a rule base, on a day (support windows end on days)."""

    rule_base: RuleBase
    today: date

    def observe(self, project: Project) -> Iterator[Fact]:
        """Yield all that the project's manifests and the names of its files show."""
        heeded, pythons = self.rule_base.heeded.__getitem__, pythons_of(project)
        seen = {
            manifest.source.path: list(named(manifest.requirements, heeded))
            for manifest in project.manifests
        }
        strays = Strays.among(chain(*seen.values()), self.rule_base, project.settings.framework)
        for manifest in project.manifests:
            for requirement in seen[manifest.source.path]:
                if not (requirement.marker and holds_nowhere(requirement.marker, pythons)):
                    yield from self._observe_requirement(manifest, requirement, strays)
            yield from self._observe_metadata(manifest)
        yield from (Fact(symbols.layout(fact)) for fact in project.layout)

    def _observe_requirement(
        self, manifest: Manifest, requirement: Requirement, strays: Strays
    ) -> Iterator[Fact]:
        location = Location(manifest, requirement.range, requirement)
        reliability = self._reliability(requirement)
        for framework in self.rule_base.plugin_of(requirement.name):
            yield Fact(symbols.plugin(framework), reliability, location)
        if requirement.name not in strays:
            for symbol in self._symbols(manifest, requirement):
                yield Fact(symbol, reliability, location)

    def _reliability(self, requirement: Requirement) -> float:
        origin, purpose = requirement.origin, requirement.group.purpose
        kind = purpose.value if origin is Origin.DIRECT else origin.value
        return self.rule_base.scale.reliabilities[kind]

    def _symbols(self, manifest: Manifest, requirement: Requirement) -> Iterator[str]:
        name = requirement.name
        yield symbols.package(name)
        if name in self.rule_base.versions_asked or name in self.rule_base.framework_of:
            yield from self._version_symbols(name, specifiers_in_use(manifest, requirement))

    def _version_symbols(self, name: str, specifiers: Sequence[str]) -> Iterator[str]:
        for wanted in self.rule_base.versions_asked.get(name, ()):
            if all(admits_only(one, wanted) for one in specifiers):
                yield symbols.package(name, wanted)
        for framework in self.rule_base.framework_of.get(name, ()):
            series = self.rule_base.releases_of(framework)
            if all(is_unsupported(one, series, self.today) for one in specifiers):
                yield symbols.release_unsupported(framework)

    def _observe_metadata(self, manifest: Manifest) -> Iterator[Fact]:
        reliability = self.rule_base.scale.reliabilities["metadata"]
        for metadata in manifest.metadata:
            location = Location(manifest, metadata.range, metadata)
            for symbol in self._metadata_symbols(metadata):
                yield Fact(symbol, reliability, location)

    def _metadata_symbols(self, metadata: Metadata) -> Iterator[str]:
        if metadata.key == "classifier":
            yield symbols.classifier(metadata.value)
            for prefix in self.rule_base.classifier_prefixes:
                if metadata.value.startswith(prefix):
                    yield symbols.classifier(f"{prefix}*")
        elif metadata.key == "keyword":
            yield symbols.keyword(metadata.value.strip().lower())
        elif metadata.key == "description":
            yield from (symbols.word(said) for said in words_said(metadata.value))
