"""Which parts of a condition the tests of its rule have never seen hold, or never seen fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.wording.conditions import ConditionWriter
from framesage.wording.statement import StatementKind
from framesage.wording.symbols import UNREAD_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.rule_tests import Outcome
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase
    from framesage.wording.statement import Statement

_RESULTS = {"fires": True, "is silent": False}


@frozen
class Gap:
    """A part of a condition, in words, that no test has seen to hold (or else: to fail)."""

    part: str
    holds: bool

    def __str__(self) -> str:
        return f"never {'true' if self.holds else 'false'}: {self.part}"


@frozen
class Coverage:
    """How many ``parts`` of a condition were seen both ways (``covered``), and what is left."""

    rule: Rule
    parts: int
    covered: int
    gaps: tuple[Gap, ...]

    @property
    def summary(self) -> str:
        """How much of the condition is covered."""
        return f"{self.covered} of {self.parts} parts of its condition are covered"

    @property
    def lacking(self) -> tuple[str, ...]:
        """What the rule does in no test: "fires" or "is silent"."""
        wanted = {test.wanted for test in self.rule.tests}
        return tuple(word for word, fires in _RESULTS.items() if fires not in wanted)


def coverage_of(rule: Rule, outcomes: Iterable[Outcome], rule_base: RuleBase) -> Coverage:
    """Return the coverage of a rule by the outcomes of its tests."""
    outline = ConditionWriter(rule_base).outline(rule.condition)
    seen = {path: (part.text, set[bool]()) for path, part in _leaves(outline)}
    for outcome in outcomes:
        assessment = outcome.assessment
        writer = ConditionWriter(assessment.rule_base, assessment)
        statements = writer.statements(rule.condition.evaluate(assessment.memory))
        for path, statement in _leaves(statements):
            seen[path][1].add(statement.kind is StatementKind.HOLDS)
    gaps = (
        Gap(text, value)
        for text, values in seen.values()
        for value in (True, False)
        if value not in values
    )
    covered = sum(len(values) == 2 for _, values in seen.values())
    return Coverage(rule, len(seen), covered, tuple(gaps))


def _leaves(
    statements: Iterable[Statement], path: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], Statement]]:
    """Yield the statements without parts, each with its position in the condition."""
    for position, statement in enumerate(statements):
        here = (*path, position)
        if statement.parts:
            yield from _leaves(statement.parts, here)
        elif statement.text not in UNREAD_WORDS:
            yield here, statement
