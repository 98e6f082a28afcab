"""Translate a rule base and the facts of a project to facts for ``expert_system.clp``.

The conditions are those that the loader built, so this checks inference, verdicts and the firing of
rules, but not the reading of rule files.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import clips

from framesage.advice.findings import concerns_outside
from framesage.analysis.framework import declarations, disabled_rules
from framesage.inference import AllOf, AnyOf, AtLeast, Believed, Disbelieved, NoneOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.symbols import Kind

if TYPE_CHECKING:
    from framesage.analysis.model import Analysis
    from framesage.inference import Condition
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase

PROGRAM = Path(__file__).with_name("expert_system.clp")
KINDS = {AllOf: "all", AnyOf: "any", NoneOf: "none", AtLeast: "at-least"}
RESULTS = (Kind.VERDICT, Kind.PARTS, Kind.DECIDED)
"""The symbols that CLIPS has to conclude itself."""


class Oracle:
    """An expert system in CLIPS that has the rules of a rule base."""

    def __init__(self, rule_base: RuleBase) -> None:
        self.environment = clips.Environment()
        self.environment.load(str(PROGRAM))
        self.environment.reset()
        self.templates = {template.name: template for template in self.environment.templates()}
        self.ids = count(1)
        self.levels: dict[str, int] = {}
        self._add_program(rule_base)
        self.verdict_level = max(self.levels.values(), default=0) + 1
        self.last = self.verdict_level + 1
        self._add_advice(rule_base)
        self._set_scale(rule_base)

    def assess(self, analysis: Analysis) -> tuple[dict[str, str], tuple[str, str, str], set[str]]:
        """Return the certainty of each trait, the verdict and the ids of the rules that fire."""
        self.environment.eval("(forget-project)")
        self._observe(analysis)
        self._assert("level", now=0)
        self.environment.run()
        return self._traits(analysis.rule_base), self._verdict(), self._fired()

    def _assert(self, template: str, **slots: object) -> None:
        self.templates[template].assert_fact(**slots)

    def _add_program(self, rule_base: RuleBase) -> None:
        program = rule_base.program
        for pieces in program.evidence.values():
            for piece in pieces:
                self._assert("evidence", symbol=piece.symbol, proposition=piece.proposition,
                             strength=piece.strength, group=piece.group,
                             side=_side(piece.against))  # fmt: skip
        for proposition in program.order:
            level = 1
            for rule in program.rules.get(proposition, ()):
                node, above = self._add_condition(rule.condition, 0)
                level = max(level, above + 1)
                self._assert("inference", id=rule.id, node=node, proposition=proposition,
                             strength=rule.strength, group=rule.group or rule.id,
                             side=_side(rule.against))  # fmt: skip
            self.levels[proposition] = level
            self._assert("proposition", name=proposition, level=level)

    def _add_advice(self, rule_base: RuleBase) -> None:
        for rule in rule_base.advice.values():
            node, level = self._add_condition(rule.condition, self.verdict_level + 1)
            self.last = max(self.last, level)
            self._assert("advice", id=rule.id, node=node, scope=_scope(rule))

    def _add_condition(self, condition: Condition, least: int) -> tuple[int, int]:
        """Add the nodes of a condition; return the topmost one with its level."""
        node, level = next(self.ids), least
        slots: dict[str, Any] = {}
        if isinstance(condition, Observed):
            kind = "observed"
            for symbol in condition.any_of:
                self._assert("looks-for", node=node, symbol=symbol,
                             reliability=float(condition.reliability))  # fmt: skip
        elif isinstance(condition, Believed | Disbelieved):
            kind = "believed" if isinstance(condition, Believed) else "disbelieved"
            slots = {"proposition": condition.proposition, "threshold": float(condition.threshold)}
            level = max(level, self.levels.get(condition.proposition, 0) + 1)
        else:
            kind = KINDS[type(condition)]
            parts = [self._add_condition(part, least) for part in condition.parts]
            level = max([level, *(above + 1 for _, above in parts)])
            slots = {"minimum": getattr(condition, "minimum", 0)}
            for part, _ in parts:
                self._assert("part", of=node, node=part)
        self._assert("node", id=node, level=level, kind=clips.Symbol(kind), **slots)
        return node, level

    def _set_scale(self, rule_base: RuleBase) -> None:
        scale = rule_base.scale
        for name in ("low", "medium", "high"):
            self.environment.eval(f"(bind ?*{name}* {scale.thresholds[name]})")
        self.environment.eval(f"(bind ?*majority* {scale.majority})")
        self.environment.eval(f"(bind ?*last* {self.last})")
        self.environment.eval(f"(bind ?*verdict* {self.verdict_level})")
        for framework in rule_base.frameworks.values():
            self._assert("framework", id=framework.id)
        for framework in rule_base.candidates:
            self._assert("candidate", id=framework.id)
        for trait in rule_base.traits.values():
            if trait.outside:
                self._assert("outside-trait", proposition=symbols.trait(trait.id))

    def _observe(self, analysis: Analysis) -> None:
        """Add the facts of a project, without what follows from them."""
        settings, use = analysis.project.settings, analysis.framework
        for symbol, reliability, location, implied in analysis.sightings.all:
            if symbols.parse(symbol).kind not in RESULTS:
                self._assert("observed", symbol=symbol, reliability=float(reliability),
                             implied=_yes(implied), located=_yes(location is not None))  # fmt: skip
        for proposition, value in declarations(settings, analysis.rule_base).items():
            self._assert("declared", proposition=proposition, value=_yes(value))
        for rule in disabled_rules(settings) | _off_by_default(analysis):
            self._assert("off", rule=rule)
        supports = _yes(bool(use.parts or use.around))
        declared = _yes(bool(settings.framework))
        self.templates["context"].assert_fact(
            **{"framework-declared": declared, "supports": supports, "apart": _yes(use.apart)}
        )

    def _traits(self, rule_base: RuleBase) -> dict[str, str]:
        declared = {fact["proposition"] for fact in self._facts("declared")}
        found = {fact["proposition"]: fact["belief"] for fact in self._facts("conclusion")}
        certainties = {}
        for trait in rule_base.traits:
            proposition = symbols.trait(trait)
            belief = found.get(proposition, 0.0)
            certainty = self.environment.eval(f"(certainty {float(belief)})")
            if certainty:
                certainties[trait] = "declared" if proposition in declared else certainty
        return certainties

    def _verdict(self) -> tuple[str, str, str]:
        (verdict,) = self._facts("verdict")
        return verdict["kind"], verdict["favors"], verdict["certainty"]

    def _fired(self) -> set[str]:
        return {fact["rule"] for fact in self._facts("fired")}

    def _facts(self, template: str) -> list[Any]:
        return list(self.templates[template].facts())


def _off_by_default(analysis: Analysis) -> set[str]:
    changed = analysis.project.settings.severities
    rules = analysis.rule_base.advice.values()
    return {rule.id for rule in rules if rule.severity == "off" and rule.id not in changed}


def _scope(rule: Rule) -> clips.Symbol:
    """Return which projects a rule of advice is for."""
    outside = "outside" if concerns_outside(rule) else "choosers"
    return clips.Symbol("any" if rule.of_any_project else outside)


def _side(against: bool) -> clips.Symbol:
    return clips.Symbol("against" if against else "for")


def _yes(value: bool) -> clips.Symbol:
    return clips.Symbol("yes" if value else "no")
