"""From parsed files to a rule base: words first, then what is written in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from framesage.inference import CycleError
from framesage.rulebase.compiler import compile_program
from framesage.rulebase.errors import RuleBaseError, RuleError, RuleErrors
from framesage.rulebase.location import SourceLocation
from framesage.rulebase.model import Scale
from framesage.rulebase.names import unknown
from framesage.rulebase.readers.conditions import ConditionReader
from framesage.rulebase.readers.evidence import read_evidence, read_neutral
from framesage.rulebase.readers.frameworks import (
    read_battery,
    read_change,
    read_comparison,
    read_framework,
    read_package_set,
    read_release,
)
from framesage.rulebase.readers.rules import read_defaults, read_derivation, read_rule
from framesage.rulebase.readers.vocabulary import read_claim, read_scale, read_trait
from framesage.rulebase.rule_base import RuleBase
from framesage.rulebase.strict_table import Table
from framesage.rulebase.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from framesage.rulebase.framework_model import PackageSet
    from framesage.rulebase.model import EvidenceGroup, Rule
    from framesage.rulebase.parsing import RuleFile


def build(files: Sequence[RuleFile]) -> RuleBase:
    """Return the rule base that files hold; raise RuleBaseError with every mistake."""
    rule_base = Builder(files).build()
    try:
        return replace(rule_base, program=compile_program(rule_base))
    except CycleError as error:
        raise RuleBaseError([_circle(rule_base, error)]) from None


def _circle(rule_base: RuleBase, error: CycleError) -> RuleError:
    names = [name.partition(":")[2] for name in reversed(error.cycle)]
    first = next(one.location for one in rule_base.derivations if one.trait in names)
    message = f"traits are derived in a circle: {' from '.join(names)}"
    return RuleError(first.path, *first.line_column, message)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


@dataclass(slots=True)
class Builder:
    """Builds one rule base; every mistake goes to ``errors``."""

    files: Sequence[RuleFile]
    errors: RuleErrors = field(default_factory=RuleErrors)
    locations: dict[str, SourceLocation] = field(default_factory=dict)
    tops: list[Table] = field(init=False)

    def __post_init__(self) -> None:
        self.tops = [Table(f.tables, SourceLocation(f.path), self.errors) for f in self.files]

    def build(self) -> RuleBase:
        """Return the rule base; raise RuleBaseError with every mistake."""
        words = self._vocabulary()
        conditions = ConditionReader(words, self.errors)
        rules = self._rules(conditions)
        derivations = self._by_id("derive", lambda table: read_derivation(table, conditions))
        rule_base = RuleBase(
            claims=words.claims,
            scale=words.scale,
            traits=words.traits,
            derivations=tuple(derivations.values()),
            evidence=tuple(self._evidence(words)),
            neutral=dict(self._neutral()),
            frameworks=words.frameworks,
            releases=tuple(read_release(one, words.frameworks) for one in self._each("release")),
            batteries=words.batteries,
            comparison=tuple(
                read_comparison(one, words.claims, words.traits) for one in self._each("comparison")
            ),
            changes=tuple(read_change(one, words.frameworks) for one in self._each("change")),
            guidance={name: rule for name, rule in rules.items() if rule.favors},
            advice={name: rule for name, rule in rules.items() if not rule.favors},
            locations=self.locations,
        )
        self._finish()
        self.errors.raise_if_any()
        return rule_base

    def _vocabulary(self) -> Vocabulary:
        claims = self._by_id("claim", read_claim)
        traits = self._by_id("trait", lambda table: read_trait(table, claims))
        scale = self._scale()
        return Vocabulary(
            claims=claims,
            scale=scale,
            traits=traits,
            frameworks=self._by_id(
                "framework", lambda table: read_framework(table, claims, scale.strengths)
            ),
            batteries=self._by_id("battery", lambda table: read_battery(table, traits)),
            package_sets=self._package_sets(),
        )

    def _scale(self) -> Scale:
        found = []
        for top in self.tops:
            if "scale" in top.raw:
                table = top.table("scale")
                found.append(read_scale(table))
                table.finish()
                self._location("scale", "", table)
        return found[0] if found else Scale({}, {}, {}, 0.5, 0.5)

    def _evidence(self, words: Vocabulary) -> Iterable[EvidenceGroup]:
        return self._by_id("evidence", lambda table: read_evidence(table, words)).values()

    def _neutral(self) -> Iterator[tuple[str, str]]:
        for table in self._each("neutral"):
            why = table.text("why")
            for position, name in enumerate(read_neutral(table)):
                location = table.location.at("packages", position)
                self.locations.setdefault(f"neutral:{name}", location)
                yield name, why

    def _package_sets(self) -> dict[str, PackageSet]:
        """Return the package sets, those of other files with what ``extends`` adds to them."""
        tables = [table for top in self.tops for table in top.tables("package-set")]
        found: dict[str, PackageSet] = {}
        for table in sorted(tables, key=lambda table: "extends" in table.raw):
            package_set = read_package_set(table)
            earlier = found.get(package_set.id)
            if "extends" not in table.raw:
                self._location("package-set", package_set.id, table)
            elif earlier is None:
                table.fail("extends", unknown("package set", package_set.id, found))
            packages = (*(earlier.packages if earlier else ()), *package_set.packages)
            found[package_set.id] = replace(package_set, packages=tuple(dict.fromkeys(packages)))
            table.finish()
        return found

    def _rules(self, conditions: ConditionReader) -> dict[str, Rule]:
        defaults = {
            top.location.path: read_defaults(top.table("defaults"), conditions) for top in self.tops
        }
        return self._by_id(
            "rule", lambda table: read_rule(table, conditions, defaults[table.location.path])
        )

    def _by_id(self, kind: str, read: Callable[[Table], T]) -> dict[str, T]:
        """Read the tables of a kind, by id; the first one with an id stays."""
        found: dict[str, T] = {}
        for table in self._each(kind):
            item = read(table)
            if self._location(kind, item.id, table):
                found[item.id] = item
        return found

    def _location(self, kind: str, name: str, table: Table) -> bool:
        """Keep where something is defined; note it and return false if it is so already."""
        first = self.locations.setdefault(f"{kind}:{name}", table.location)
        if first is not table.location:
            where = f"{first.path.name}, line {first.line}"
            table.fail("id", f"{kind} '{name}' is defined twice, first in {where}")
        return first is table.location

    def _each(self, kind: str) -> Iterator[Table]:
        """Yield the tables of a kind from all files, and note their unknown keys after use."""
        for top in self.tops:
            for table in top.tables(kind):
                yield table
                table.finish()

    def _finish(self) -> None:
        for top in self.tops:
            top.text("title", "")
            top.table("scale")
            top.finish()
