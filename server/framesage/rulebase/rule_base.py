"""The rule base: all that was loaded, and what is asked of it again and again, indexed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference import Program
from framesage.rulebase.relevance import Relevance
from framesage.rulebase.symbols import Kind, package_of, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framesage.rulebase.framework_model import (
        Battery,
        Comparison,
        Framework,
        PackageChange,
        Release,
    )
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.model import Claim, Derivation, EvidenceGroup, Rule, Scale, Trait


@frozen(slots=False)
class RuleBase:
    """All knowledge: data only, shared by every analysis."""

    claims: Mapping[str, Claim]
    scale: Scale
    traits: Mapping[str, Trait]
    derivations: tuple[Derivation, ...]
    evidence: tuple[EvidenceGroup, ...]
    neutral: Mapping[str, str]
    frameworks: Mapping[str, Framework]
    releases: tuple[Release, ...]
    batteries: Mapping[str, Battery]
    comparison: tuple[Comparison, ...]
    changes: tuple[PackageChange, ...]
    guidance: Mapping[str, Rule]
    advice: Mapping[str, Rule]
    locations: Mapping[str, SourceLocation]
    """Of ``trait:ID``, ``claim:ID``, ``evidence:ID`` and ``neutral:PACKAGE``."""
    program: Program = Program({}, {}, ())
    """The evidence and rules as the engine runs them."""

    @cached_property
    def candidates(self) -> tuple[Framework, ...]:
        """The frameworks that a project chooses from."""
        return tuple(one for one in self.frameworks.values() if not one.other)

    @cached_property
    def evidence_by_id(self) -> Mapping[str, EvidenceGroup]:
        """The evidence groups by their ids."""
        return {group.id: group for group in self.evidence}

    @cached_property
    def _named(self) -> frozenset[str]:
        """The packages that evidence, batteries or changes name."""
        symbols = (symbol for group in self.evidence for symbol in group.strengths)
        named = set(filter(None, map(package_of, symbols)))
        for battery in self.batteries.values():
            named.update(battery.packages, battery.duplicates)
        named.update(self.changes_of)
        return frozenset(named)

    def knows(self, package: str) -> bool:
        """Tell whether a package (normalised name) has an entry, or belongs to a framework."""
        known = package in self._named or package in self.framework_of
        return known or bool(self.neutral_word(package) or self.plugin_of(package))

    def neutral_word(self, package: str) -> str:
        """Return why a package (normalised name) says nothing about the choice; "" if it may."""
        return self.neutral.get(package) or self.neutral_beginning(package)

    def neutral_beginning(self, package: str) -> str:
        """Return why all packages that begin like this one say nothing about the choice, or ""."""
        found = (begin for begin in self._neutral_beginnings if package.startswith(begin))
        return self._neutral_beginnings.get(max(found, key=len, default=""), "")

    @cached_property
    def _neutral_beginnings(self) -> Mapping[str, str]:
        """The beginnings of names that are neutral (written ``pytest-*``)."""
        named = self.neutral.items()
        return {name.removesuffix("*"): why for name, why in named if name.endswith("*")}

    @cached_property
    def framework_of(self) -> Mapping[str, tuple[str, ...]]:
        """The frameworks' ids by their own distributions' names."""
        found: dict[str, tuple[str, ...]] = {}
        for framework in self.frameworks.values():
            for package in framework.packages:
                found[package] = (*found.get(package, ()), framework.id)
        return found

    @cached_property
    def _plugins(self) -> dict[str, tuple[str, ...]]:
        return {}

    def plugin_of(self, package: str) -> tuple[str, ...]:
        """Return the ids of the frameworks that a package (normalised name) is a plugin of."""
        if package not in self._plugins:
            self._plugins[package] = tuple(
                one.id for one in self._extensible if one.has_plugin(package)
            )
        return self._plugins[package]

    @cached_property
    def _extensible(self) -> tuple[Framework, ...]:
        """The frameworks with plugins that their names give away."""
        return tuple(
            one for one in self.frameworks.values() if one.plugin_prefixes or one.plugin_packages
        )

    def releases_of(self, framework: str) -> tuple[Release, ...]:
        """Return the release series of a framework."""
        return tuple(release for release in self.releases if release.framework == framework)

    def all_rules(self) -> tuple[Rule | Derivation, ...]:
        """Return guidance, advice and derivations."""
        return (*self.guidance.values(), *self.advice.values(), *self.derivations)

    @cached_property
    def is_relevant(self) -> Callable[[str], bool]:
        """A function: whether evidence, a condition or a framework uses a package."""
        symbols = {symbol for rule in self.all_rules() for symbol in rule.condition.symbols()}
        symbols.update(symbol for group in self.evidence for symbol in group.strengths)
        named = set(filter(None, map(package_of, symbols)))
        named |= self.framework_of.keys() | self.changes_of.keys()
        return Relevance(named, self.plugin_of).__getitem__

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[PackageChange, ...]]:
        """What time has done, by package."""
        found: dict[str, tuple[PackageChange, ...]] = {}
        for change in self.changes:
            found[change.package] = (*found.get(change.package, ()), change)
        return found

    @cached_property
    def versions_asked(self) -> Mapping[str, tuple[str, ...]]:
        """The version specifiers that conditions ask for, by package."""
        asked: dict[str, set[str]] = {}
        for rule in self.all_rules():
            for symbol in rule.condition.symbols():
                if "@" in symbol:  # few have a specifier, and parsing them all takes time
                    _, package, specifier = parse(symbol)
                    asked.setdefault(package, set()).add(specifier)
        return {package: tuple(sorted(specifiers)) for package, specifiers in asked.items()}

    @cached_property
    def classifier_prefixes(self) -> tuple[str, ...]:
        """The beginnings of classifiers that evidence asks for (written ``Beginning*``)."""
        beginnings = (
            symbol for group in self.evidence for symbol in group.strengths if symbol[-1] == "*"
        )
        parsed = map(parse, beginnings)
        return tuple(symbol.name[:-1] for symbol in parsed if symbol.kind is Kind.CLASSIFIER)

    @cached_property
    def reason_titles(self) -> Mapping[str, str]:
        """What a rule of guidance or a derivation says, by its id."""
        titles = {derivation.id: derivation.why for derivation in self.derivations}
        return titles | {rule.id: rule.title for rule in self.guidance.values()}
