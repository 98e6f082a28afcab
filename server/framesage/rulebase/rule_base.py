"""The rule base with its indexes."""

from __future__ import annotations

import re
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference import ConditionIndex, EvidenceIndex, Program
from framesage.rulebase.condition_symbols import ConditionSymbols
from framesage.rulebase.lexicon import Lexicon, Phrasebooks, phrasebooks
from framesage.rulebase.relevance import Relevance
from framesage.rulebase.symbols import Kind, package_of, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from framesage.rulebase.compatibility_model import Declaration, Limit
    from framesage.rulebase.description_model import ProjectKind
    from framesage.rulebase.framework_model import (
        Comparison,
        Framework,
        Installer,
        PackageChange,
        Release,
    )
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.model import (
        Certainty,
        Claim,
        Derivation,
        EvidenceGroup,
        Exclusion,
        Rule,
        Scale,
        Trait,
    )
    from framesage.rulebase.need_model import Need
    from framesage.rulebase.packs.model import Pack
    from framesage.rulebase.placeholder_reasons import PlaceholderReasons


@frozen(slots=False)
class RuleBase:
    """Everything that was loaded: immutable data that all analyses share."""

    claims: Mapping[str, Claim]
    scale: Scale
    traits: Mapping[str, Trait]
    exclusions: tuple[Exclusion, ...]
    derivations: tuple[Derivation, ...]
    evidence: tuple[EvidenceGroup, ...]
    neutral: Mapping[str, str]
    frameworks: Mapping[str, Framework]
    releases: tuple[Release, ...]
    installers: tuple[Installer, ...]
    """The commands that install requirements, the preferred ones of a format first."""
    needs: Mapping[str, Need]
    minimums: Mapping[str, str]
    """The versions from which on a new project requires packages, by name."""
    spellings: Mapping[str, str]
    """The names that packages call themselves, with capitals, by normalized name."""
    extends: Mapping[str, tuple[str, ...]]
    """The packages of which one is needed to use a package, by name."""
    conflicts: Mapping[str, tuple[str, ...]]
    """The packages that do not work beside a package without more ado, by name."""
    requires: Mapping[str, tuple[str, ...]]
    """The packages that a package requires, by name: what would be evidence, or leads to it."""
    comparison: tuple[Comparison, ...]
    changes: tuple[PackageChange, ...]
    comment_reasons: tuple[str, ...]
    """The beginnings of words in comments that say why a requirement is there."""
    placeholders: PlaceholderReasons
    guidance: Mapping[str, Rule]
    advice: Mapping[str, Rule]
    locations: Mapping[str, SourceLocation]
    """The locations of definitions, such as ``trait:ID`` and ``neutral:PACKAGE``."""
    limits: tuple[Limit, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    kinds: Mapping[str, ProjectKind] = field(default_factory=dict)
    grammar: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    switched_off: frozenset[str] = frozenset()
    """What a rule file has switched off: ``rule:ID``, ``derivation:ID``, ``evidence:ID`` and
    ``trait:ID``."""
    packs: tuple[Pack, ...] = ()
    """The packs that rules were loaded from."""
    program: Program = Program(EvidenceIndex(()), {}, ())
    """The evidence and rules in the form that the inference engine runs."""

    @cached_property
    def candidates(self) -> tuple[Framework, ...]:
        """The frameworks that a project chooses from."""
        return tuple(framework for framework in self.frameworks.values() if not framework.other)

    def switched_off_ids(self, kind: str) -> frozenset[str]:
        """Return the ids of a kind (``trait``) that a rule file has switched off."""
        found = (symbol.partition(":") for symbol in self.switched_off)
        return frozenset(name for word, _, name in found if word == kind)

    def pack_of(self, location: SourceLocation) -> Pack | None:
        """Return the pack that a definition is in: the innermost one, or None."""
        around = [pack for pack in self.packs if pack.contains(location)]
        return max(around, key=lambda pack: len(pack.root.parts), default=None)

    def threshold(self, certainty: Certainty) -> float:
        """Return the belief at which a certainty begins."""
        return self.scale.thresholds[certainty]

    def excluded_by(self, trait: str) -> tuple[str, ...]:
        """Return the ids of the traits that a project with this trait does not have."""
        others = (exclusion.other(trait) for exclusion in self.exclusions)
        return tuple(other for other in others if other)

    @cached_property
    def evidence_by_id(self) -> Mapping[str, EvidenceGroup]:
        """The evidence groups by their ids."""
        return {group.id: group for group in self.evidence}

    @cached_property
    def _named(self) -> frozenset[str]:
        """The packages in evidence, needs and changes."""
        symbols = (symbol for group in self.evidence for symbol in group.strengths)
        named = set(filter(None, map(package_of, symbols)))
        for need in self.needs.values():
            named.update(need.packages(), need.duplicates())
        named.update(self.changes_of)
        return frozenset(named)

    def knows(self, package: str) -> bool:
        """Return whether a package (normalized name) has an entry or belongs to a framework."""
        known = package in self._named or package in self.framework_of
        return known or bool(self.neutral_reason(package) or self.plugin_of(package))

    def neutral_reason(self, package: str) -> str:
        """Return why a package (normalized name) is neutral; "" if it is not."""
        return self.neutral.get(package) or self.neutral_prefix_reason(package)

    def neutral_prefix_reason(self, package: str) -> str:
        """Return why packages with a prefix of this name are neutral; "" if none is."""
        return self.neutral.get(self.neutral_prefix(package), "")

    def neutral_prefix(self, package: str) -> str:
        """Return the longest neutral prefix (``pytest-*``) of a name; "" if there is none."""
        found = (prefix for prefix in self._neutral_prefixes if package.startswith(prefix[:-1]))
        return max(found, key=len, default="")

    @cached_property
    def _neutral_prefixes(self) -> tuple[str, ...]:
        return tuple(name for name in self.neutral if name.endswith("*"))

    @cached_property
    def framework_of(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of frameworks by their own packages."""
        found: dict[str, tuple[str, ...]] = {}
        for framework in self.frameworks.values():
            for package in framework.packages:
                found[package] = (*found.get(package, ()), framework.id)
        return found

    @cached_property
    def _plugins(self) -> dict[str, tuple[str, ...]]:
        return {}

    def plugin_of(self, package: str) -> tuple[str, ...]:
        """Return the ids of the frameworks that a package (normalized name) is a plugin of."""
        if package not in self._plugins:
            self._plugins[package] = tuple(
                framework.id for framework in self._extensible if framework.has_plugin(package)
            )
        return self._plugins[package]

    def is_for(self, package: str, framework: str) -> bool:
        """Return whether a package covers a need of projects on a candidate."""
        return package in self._covering.get(framework, ())

    @cached_property
    def _covering(self) -> Mapping[str, frozenset[str]]:
        """The packages that cover needs, by the id of the candidate."""
        return {
            framework.id: frozenset(
                package
                for need in self.needs.values()
                if framework.id in need.provisions
                for package in need.provisions[framework.id].all_packages()
            )
            for framework in self.candidates
        }

    @cached_property
    def _extensible(self) -> tuple[Framework, ...]:
        """The frameworks with plugins."""
        return tuple(
            framework
            for framework in self.frameworks.values()
            if framework.plugin_prefixes or framework.plugin_suffixes or framework.plugin_packages
        )

    def releases_of(self, framework: str) -> tuple[Release, ...]:
        """Return the release series of a framework."""
        return tuple(release for release in self.releases if release.framework == framework)

    def all_rules(self) -> tuple[Rule | Derivation, ...]:
        """Return guidance, advice and derivations."""
        return (*self.guidance.values(), *self.advice.values(), *self.derivations)

    @cached_property
    def rule_ids(self) -> frozenset[str]:
        """The ids of guidance and advice, and of rules that are switched off."""
        return frozenset((*self.guidance, *self.advice, *self.switched_off_ids("rule")))

    @cached_property
    def reporting_ids(self) -> frozenset[str]:
        """The ids of rules that are not guidance."""
        return self.rule_ids.difference(self.guidance)

    @cached_property
    def indexed_advice(self) -> tuple[Rule, ...]:
        """The rules of advice in the order of their index."""
        return tuple(self.advice.values())

    @cached_property
    def advice_index(self) -> ConditionIndex:
        """The conditions of the rules of advice, by what they need."""
        return ConditionIndex([rule.condition for rule in self.indexed_advice])

    @cached_property
    def is_relevant(self) -> Callable[[str], bool]:
        """A function: whether evidence, a condition or a framework uses a package."""
        symbols = (symbol for group in self.evidence for symbol in group.strengths)
        named = {*self.condition_symbols.packages, *filter(None, map(package_of, symbols))}
        named |= self.framework_of.keys() | self.changes_of.keys() | self.requires.keys()
        named |= {name for limit in self.limits for name in (limit.package, limit.on)}
        named |= {name for row in self.declarations for name in (row.package, row.on)}
        for change in self.changes:
            named.update(change.replacement, change.beside[:1] if change.beside else ())
        queries = self.condition_symbols.requirement_queries
        return Relevance(named, self.plugin_of, queries).__getitem__

    @cached_property
    def covered_by(self) -> Mapping[str, frozenset[str]]:
        """The traits that cover the needs which another trait makes, by that one."""
        found: dict[str, set[str]] = {}
        for need in self.needs.values():
            for trait in need.traits:
                found.setdefault(trait, set()).add(need.covered_by)
        return {trait: frozenset(others - {trait}) for trait, others in found.items()}

    @cached_property
    def declarations_on(self) -> Mapping[str, Sequence[Declaration]]:
        """What packages declare about a package, by its name."""
        found: dict[str, list[Declaration]] = {}
        for row in self.declarations:
            found.setdefault(row.on, []).append(row)
        return found

    def asks_versions_of(self, package: str) -> bool:
        """Return whether anything depends on the versions that a requirement admits."""
        queries = self.condition_symbols.requirement_queries[package]
        return package in self._versioned or any(query.needs_versions for query in queries)

    @cached_property
    def _versioned(self) -> frozenset[str]:
        named = {*self.condition_symbols.package_versions, *self.framework_of}
        named |= {change.package for change in self.changes if change.versions or change.fixed}
        named |= {name for limit in self.limits for name in (limit.package, limit.on)}
        named |= {name for row in self.declarations for name in (row.package, row.on)}
        named |= {change.beside[0] for change in self.changes if change.beside}
        return frozenset(named)

    def gives_reason(self, comment: str) -> bool:
        """Return whether a comment says why a requirement is there."""
        return bool(self._reasons.search(comment)) if self.comment_reasons else False

    @cached_property
    def _reasons(self) -> re.Pattern[str]:
        reasons = "|".join(map(re.escape, self.comment_reasons))
        return re.compile(rf"\b(?:{reasons})", re.IGNORECASE)

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[PackageChange, ...]]:
        """The package changes by package."""
        found: dict[str, tuple[PackageChange, ...]] = {}
        for change in self.changes:
            found[change.package] = (*found.get(change.package, ()), change)
        return found

    @cached_property
    def installs(self) -> Mapping[str, frozenset[str]]:
        """The packages that a package requires, directly or not, without Flask and Django: who
        lists one of these beside a plugin has chosen it."""
        chosen = {package for candidate in self.candidates for package in candidate.packages}
        return {name: self._installed_by(name) - chosen for name in self.requires}

    def _installed_by(self, package: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = [package]
        while waiting:
            new = set(self.requires.get(waiting.pop(), ())) - found - {package}
            found |= new
            waiting.extend(new)
        return frozenset(found)

    @cached_property
    def condition_symbols(self) -> ConditionSymbols:
        """What the conditions of all rules ask of projects."""
        found = (symbol for rule in self.all_rules() for symbol in rule.condition.symbols())
        return ConditionSymbols(frozenset(found))

    @cached_property
    def classifier_prefixes(self) -> tuple[str, ...]:
        """The prefixes of classifiers in evidence (written ``Prefix*``)."""
        prefixes = (
            symbol for group in self.evidence for symbol in group.strengths if symbol[-1] == "*"
        )
        parsed = map(parse, prefixes)
        return tuple(symbol.name[:-1] for symbol in parsed if symbol.kind is Kind.CLASSIFIER)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words with which descriptions are read."""
        return Lexicon(self.phrasebooks, self.grammar, self.traits.values())

    @cached_property
    def phrasebooks(self) -> Phrasebooks:
        """The words for kinds of projects, and the phrases and attributes of the evidence."""
        return phrasebooks(self.kinds.values(), self.evidence, self.grammar)

    @cached_property
    def reason_titles(self) -> Mapping[str, str]:
        """What a rule of guidance or a derivation says, by its id."""
        titles = {derivation.id: derivation.why for derivation in self.derivations}
        return titles | {rule.id: rule.title for rule in self.guidance.values()}
