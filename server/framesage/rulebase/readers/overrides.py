"""Weigh or switch off what other rule files define: ``[[override]]`` names one target."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from framesage.rulebase import symbols
from framesage.rulebase.absent_traits import without_propositions
from framesage.rulebase.readers.evidence import KINDS
from framesage.rulebase.readers.targets import read_target
from framesage.rulebase.vocabulary import GATE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from framesage.rulebase.errors import RuleErrors
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.model import Derivation, EvidenceGroup, Rule
    from framesage.rulebase.strict_table import Table
    from framesage.rulebase.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(slots=True)
class Overridden:
    """Rules, derivations and evidence by id, as the ``[[override]]`` tables leave them.

    ``off`` are the symbols of what is gone: ``rule:ID`` for guidance, ``trait:ID``, and so on.
    """

    names: Vocabulary
    rules: dict[str, Rule]
    derivations: dict[str, Derivation]
    evidence: dict[str, EvidenceGroup]
    off: set[str] = field(default_factory=set)
    locations: dict[str, SourceLocation] = field(default_factory=dict)
    """The location of the last override of each target, by ``override:kind:id``."""
    seen: dict[tuple[object, ...], SourceLocation] = field(default_factory=dict)

    def apply(self, tables: Iterable[Table], errors: RuleErrors) -> None:
        """Apply all overrides; of those from several files, the last one counts."""
        known: dict[str, Collection[str]] = {
            "rule": self.rules,
            "evidence": self.evidence,
            "derivation": self.derivations,
            "trait": self.names.traits,
        }
        for table in tables:
            kind, target = read_target(table, known)
            if kind and self._is_first(table, kind, target):
                self.locations[f"override:{kind}:{target}"] = table.location
                _OVERRIDE[kind](self, target, table)
        for trait in self.off_traits():
            self._check_needed(trait, errors)
        self.rules = _but(self.rules, "rule", self.off)
        self.derivations = _but(self.derivations, "derivation", self.off)
        self.evidence = _but(self.evidence, "evidence", self.off)

    def _check_needed(self, trait: str, errors: RuleErrors) -> None:
        """Report the rules that need a trait which their own file switches off."""
        override = self.locations[f"override:trait:{trait}"]
        rules: list[Rule | Derivation] = [*self.rules.values(), *self.derivations.values()]
        for rule in rules:
            if rule.location.path != override.path:
                continue
            if without_propositions(rule.condition, frozenset((symbols.trait(trait),))) is None:
                message = f"'{rule.id}' needs '{trait}', which line {override.line} switches off"
                errors.add(rule.location.at("when"), message)

    def off_traits(self) -> frozenset[str]:
        """Return the ids of the traits that are switched off."""
        return frozenset(filter(None, map(symbols.trait_of, self.off)))

    def _is_first(self, table: Table, kind: str, target: str) -> bool:
        """Return whether a file overrides a target once; report the second time."""
        facts = tuple(str(table.raw.get(key)) for key in KINDS)
        first = self.seen.setdefault((table.location.path, kind, target, facts), table.location)
        if first is not table.location:
            table.fail(kind, f"'{target}' is already overridden in line {first.line}")
        return first is table.location

    def _rule(self, target: str, table: Table) -> None:
        rule = self.rules[target]
        if rule.favors:
            self._weighed("rule", target, table, self.rules)
        elif _reads_one(table, "severity"):
            severity = table.text("severity")
            self.rules[target] = replace(rule, severity=severity)
        elif _is_off(table):
            self.rules[target] = replace(rule, severity="off")

    def _derivation(self, target: str, table: Table) -> None:
        self._weighed("derivation", target, table, self.derivations)

    def _weighed(
        self, kind: str, target: str, table: Table, items: dict[str, Rule] | dict[str, Derivation]
    ) -> None:
        if _reads_one(table, "strength"):
            strength = table.strength("strength", self.names.scale.strengths)
            items[target] = replace(items[target], strength=strength)  # type: ignore[assignment]
            self.off.discard(f"{kind}:{target}")
        elif _is_off(table):
            self.off.add(f"{kind}:{target}")

    def _evidence(self, target: str, table: Table) -> None:
        group = self.evidence[target]
        chosen = _chosen(table, group)
        self.off.discard(f"evidence:{target}")
        if _reads_one(table, "strength"):
            strength = table.strength("strength", self.names.scale.strengths)
            changed = dict.fromkeys(chosen, strength)
            self.evidence[target] = replace(group, strengths={**group.strengths, **changed})
        elif _is_off(table):
            kept = {key: found for key, found in group.strengths.items() if key not in chosen}
            self.evidence[target] = replace(group, strengths=kept)
            if not kept:
                self.off.add(f"evidence:{target}")

    def _trait(self, target: str, table: Table) -> None:
        if _is_off(table, only=True) and target == GATE:
            table.fail("off", f"'{GATE}' cannot be off: without it, no project gets advice")
        elif table.raw.get("off") is True:
            self.off.add(f"trait:{target}")


def _but(items: dict[str, T], kind: str, off: Collection[str]) -> dict[str, T]:
    return {name: item for name, item in items.items() if f"{kind}:{name}" not in off}


_OVERRIDE: dict[str, Callable[[Overridden, str, Table], None]] = {
    "rule": Overridden._rule,
    "evidence": Overridden._evidence,
    "derivation": Overridden._derivation,
    "trait": Overridden._trait,
}
_OTHER = {"severity": "strength", "strength": "severity"}
_WHAT = {
    "severity": "'{id}' is advice and has no strength",
    "strength": "'{id}' reports no findings and has no severity",
}


def _reads_one(table: Table, key: str) -> bool:
    """Return whether a table has this key; report another one, and that it has neither or both."""
    other = _OTHER[key]
    if other in table.raw:
        what = _WHAT[key].format(id=table.text("rule") or table.text("derivation"))
        table.fail(other, f"{what}: give it another '{key}', or say 'off = true'")
    elif key in table.raw and "off" in table.raw:
        table.fail("off", f"give either '{key}' or 'off'")
    return key in table.raw


def _is_off(table: Table, *, only: bool = False) -> bool:
    """Return whether a table switches its target off; ``only``: it can do nothing else."""
    if only:
        for key in ("strength", "severity"):
            if key in table.raw:
                table.fail(key, f"a trait has no {key}: it can only be switched off")
                return False
    off = table.flag("off")
    if table.raw.get("off") is False:
        table.fail("off", "leave out the table instead of 'off = false'")
    return off


def _chosen(table: Table, group: EvidenceGroup) -> Mapping[str, float]:
    """Return the facts of a group that a table lists, or all if it lists none."""
    chosen: dict[str, float] = {}
    for key, symbol in KINDS.items():
        for position, name in enumerate(table.texts(key)):
            if symbol(name) in group.strengths:
                chosen[symbol(name)] = group.strengths[symbol(name)]
            else:
                location = table.location.at(key, position)
                table.errors.add(location, f"'{name}' is not in '{group.id}'")
    return chosen if any(key in table.raw for key in KINDS) else group.strengths
