"""What rule files can refer to: ids of each kind, packages and words, each with its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.rules.ids import DEFINED_IN
from framesage.frozen import frozen
from framesage.rulebase import symbols
from framesage.rulebase.tables import types
from framesage.rulebase.tables.types import GUIDE
from framesage.rulebase.tables.values import PACKAGE, PACKAGE_OR_PREFIX, PACKAGE_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.rulebase.rule_base import RuleBase
    from framesage.rulebase.tables.schema import ValueType
    from framesage.toml import Document

_PACKAGES = (PACKAGE, PACKAGE_OR_PREFIX, PACKAGE_PATTERN)


@frozen
class Meaning:
    """What a name means: in a line without markup, and more of it."""

    title: str
    about: str = ""


@frozen
class Names:
    """The names that a rule file can refer to: those of the rules, and its own."""

    rule_base: RuleBase
    document: Document

    def of(self, value_type: ValueType) -> Mapping[str, Meaning]:
        """Return the values that a type has, as far as they are known; flags are ``true``."""
        if isinstance(value_type, types.Id):
            also = {word: Meaning("A state or a word of its own") for word in value_type.also}
            return {**self.ids(value_type.kind), **also}
        if isinstance(value_type, types.Choice):
            return {word: Meaning(about) for word, about in value_type.meanings.items() if word}
        if isinstance(value_type, types.Strength):
            return self.strengths()
        if isinstance(value_type, types.Reference):
            claims = self.rule_base.claims.values()
            return {GUIDE + claim.id: Meaning(claim.text) for claim in claims}
        if isinstance(value_type, types.Boolean):
            return {"true": Meaning(""), "false": Meaning("")}
        return self.packages() if value_type in _PACKAGES else {}

    def strengths(self) -> Mapping[str, Meaning]:
        """Return the words for strengths."""
        found = self.rule_base.scale.strengths
        return {word: Meaning(f"Strength {value:g}") for word, value in found.items()}

    def ids(self, kind: str) -> Mapping[str, Meaning]:
        """Return the ids of a kind."""
        return {**self._own(DEFINED_IN.get(kind, kind)), **self._known(kind)}

    def _own(self, table: str) -> Mapping[str, Meaning]:
        """Return the ids that the file itself defines: its rules may not be loaded, because one
        is being typed."""
        ids = {
            entry.path[1]: entry.value.text
            for entry in self.document.flat
            if len(entry.path) == 3 and entry.path[0] == table and entry.path[2] == "id"
        }
        titles = {number: self.document.find(table, number, "title") for number in ids}
        return {
            name: Meaning(title.text if (title := titles[number]) else "Defined in this file")
            for number, name in ids.items()
        }

    def _known(self, kind: str) -> Mapping[str, Meaning]:
        base = self.rule_base
        if kind == "trait":
            return {item.id: Meaning(item.title, item.description) for item in base.traits.values()}
        if kind == "need":
            return {item.id: Meaning(item.title) for item in base.needs.values()}
        if kind == "framework":
            return {item.id: Meaning(item.title) for item in base.frameworks.values()}
        if kind == "candidate":
            return {item.id: Meaning(item.title) for item in base.candidates}
        if kind == "rule":
            rules = (*base.guidance.values(), *base.advice.values())
            return {item.id: Meaning(item.title, item.why) for item in rules}
        if kind == "derivation":
            return {item.id: Meaning(item.why) for item in base.derivations}
        if kind == "evidence":
            groups = (group for group in base.evidence if ":" not in group.id)
            return {item.id: Meaning(item.why, f"Evidence for `{item.trait}`.") for item in groups}
        return dict.fromkeys(_defined(kind, base), Meaning(kind.replace("-", " ").capitalize()))

    def packages(self) -> Mapping[str, Meaning]:
        """Return the packages that are evidence, or neutral."""
        found = {name: Meaning(why) for name, why in self.rule_base.neutral.items()}
        for group in self.rule_base.evidence:
            for symbol in group.strengths:
                package = symbols.package_of(symbol)
                if package:
                    found[package] = Meaning(group.why)
        return found


def _defined(kind: str, rule_base: RuleBase) -> Iterable[str]:
    """Return the ids of a kind of which a rule base only knows the locations."""
    from framesage.rulebase import load_rule_base

    locations = rule_base.locations or load_rule_base(whole=True).locations
    prefix = f"{kind}:"
    return [key.removeprefix(prefix) for key in locations if key.startswith(prefix)]
