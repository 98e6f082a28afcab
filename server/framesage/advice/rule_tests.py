"""Rules keep their own examples; this runs them through the one pipeline."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.frozen import frozen
from framesage.manifests import reader_by_name
from framesage.project.model import Project, Settings
from framesage.rulebase import symbols
from framesage.rulebase.example import pyproject_text
from framesage.severity import Severity
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.model import Rule, RuleTest
    from framesage.rulebase.rule_base import RuleBase

DAY = date(2026, 11, 24)  # for tests that give no day: the same outcome on every day
FILE = Path("pyproject.toml")


@frozen
class Outcome:
    """How one test of a rule went: whether it ``fired``, and whether it could be ``web``.

    Of a project that is no web application nothing is said.
    """

    rule: Rule
    test: RuleTest
    fired: bool
    web: bool

    @property
    def passed(self) -> bool:
        """Tell whether the rule did as its test wants."""
        return self.fired is self.test.wanted


def run_tests(rule_base: RuleBase) -> Iterator[Outcome]:
    """Run every test of every rule."""
    for rule in (*rule_base.guidance.values(), *rule_base.advice.values()):
        for test in rule.tests:
            yield run_test(rule, test, rule_base)


def run_test(rule: Rule, test: RuleTest, rule_base: RuleBase) -> Outcome:
    """Return how a rule does on the project of a test; one that is off is switched on."""
    severities = {rule.id: Severity.HINT} if rule.severity == "off" else {}
    settings = Settings(framework=test.framework, traits=test.traits, severities=severities)
    assessment = assess(example(test, settings), rule_base, test.today or DAY)
    if rule.favors:
        reasons = assessment.memory.conclusion(symbols.favors(rule.favors)).supporting
        return Outcome(rule, test, any(one.source == rule.id for one in reasons), web=True)
    fired = any(one.rule == rule.id for one in assessment.findings)
    return Outcome(rule, test, fired, assessment.web)


def example(test: RuleTest, settings: Settings) -> Project:
    """Return the small project that a test describes."""
    read = reader_by_name(FILE)
    if read is None:  # pragma: no cover - pyproject.toml is always read
        raise LookupError(FILE)
    return Project(Path(), (read(Source(FILE, pyproject_text(test))),), settings)
