"""From parsed files to a rule base: words first, then what is written in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framesage.rulebase.conditions import ConditionReader
from framesage.rulebase.errors import Problems
from framesage.rulebase.location import Location
from framesage.rulebase.model import (
    Battery,
    Claim,
    Comparison,
    Derivation,
    EvidenceGroup,
    Framework,
    Release,
    Rule,
    RuleBase,
    Scale,
    Trait,
)
from framesage.rulebase.read_evidence import read_evidence, read_neutral
from framesage.rulebase.read_frameworks import (
    read_battery,
    read_comparison,
    read_framework,
    read_release,
)
from framesage.rulebase.read_rules import read_derivation, read_rule
from framesage.rulebase.read_words import read_claim, read_scale, read_trait
from framesage.rulebase.registry import Registry
from framesage.rulebase.table import Table
from framesage.rulebase.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.rulebase.files import RuleFile


@dataclass(slots=True)
class Builder:
    """Builds one rule base; every mistake goes to ``problems``."""

    files: Sequence[RuleFile]
    problems: Problems = field(default_factory=Problems)
    tops: list[Table] = field(init=False)

    def __post_init__(self) -> None:
        self.tops = [Table(f.tables, Location(f.path), self.problems) for f in self.files]

    def build(self) -> RuleBase:
        """Return the rule base; raise RuleBaseError with every mistake."""
        words = self._vocabulary()
        conditions = ConditionReader(words, self.problems)
        derivations, rules = self._rules(conditions)
        rule_base = RuleBase(
            claims=words.claims,
            scale=words.scale,
            traits=words.traits,
            derivations=derivations,
            evidence=tuple(self._evidence(words)),
            neutral=self._neutral(),
            frameworks=words.frameworks,
            releases=self._releases(words),
            batteries=words.batteries,
            comparison=self._comparison(words),
            guidance={name: rule for name, rule in rules.items() if rule.favors},
            advice={name: rule for name, rule in rules.items() if not rule.favors},
        )
        self._finish()
        self.problems.raise_if_any()
        return rule_base

    def _vocabulary(self) -> Vocabulary:
        claims, traits = Registry[Claim]("claim"), Registry[Trait]("trait")
        frameworks = Registry[Framework]("framework")
        batteries = Registry[Battery]("battery")
        for table in self._each("claim"):
            claim = read_claim(table)
            claims.put(claim.id, claim, table)
        for table in self._each("trait"):
            trait = read_trait(table, claims.items)
            traits.put(trait.id, trait, table)
        for table in self._each("framework"):
            framework = read_framework(table, claims.items)
            frameworks.put(framework.id, framework, table)
        for table in self._each("battery"):
            battery = read_battery(table, traits.items)
            batteries.put(battery.id, battery, table)
        return Vocabulary(
            claims.items, self._scale(), traits.items, frameworks.items, batteries.items
        )

    def _scale(self) -> Scale:
        scales = Registry[Scale]("table")
        for top in self.tops:
            if "scale" in top.raw:
                table = top.table("scale")
                scales.put("scale", read_scale(table), table)
                table.finish()
        return scales.items.get("scale") or Scale({}, {}, 0.5)

    def _rules(self, conditions: ConditionReader) -> tuple[tuple[Derivation, ...], dict[str, Rule]]:
        found = Registry[Derivation | Rule]("rule")
        for table in self._each("derive"):
            derivation = read_derivation(table, conditions)
            found.put(derivation.id, derivation, table)
        for table in self._each("rule"):
            rule = read_rule(table, conditions)
            found.put(rule.id, rule, table)
        derivations = tuple(one for one in found.items.values() if isinstance(one, Derivation))
        return derivations, {k: one for k, one in found.items.items() if isinstance(one, Rule)}

    def _evidence(self, words: Vocabulary) -> Iterator[EvidenceGroup]:
        taken = Counter[str]()
        for table in self._each("evidence"):
            name = f"{table.location.path.stem}/{table.raw.get('trait')}"
            taken[name] += 1
            number = f"-{taken[name]}" if taken[name] > 1 else ""
            yield read_evidence(table, words.traits, name + number)

    def _neutral(self) -> dict[str, str]:
        tables = [top.table("neutral") for top in self.tops if "neutral" in top.raw]
        return {name: why for table in tables for name, why in read_neutral(table)}

    def _releases(self, words: Vocabulary) -> tuple[Release, ...]:
        return tuple(read_release(table, words.frameworks) for table in self._each("release"))

    def _comparison(self, words: Vocabulary) -> tuple[Comparison, ...]:
        return tuple(read_comparison(table, words.claims) for table in self._each("comparison"))

    def _each(self, kind: str) -> Iterator[Table]:
        """Yield the tables of a kind from all files, and note their unknown keys after use."""
        for top in self.tops:
            for table in top.tables(kind):
                yield table
                table.finish()

    def _finish(self) -> None:
        for top in self.tops:
            top.text("title", "")
            top.finish()
