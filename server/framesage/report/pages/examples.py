"""The example of a rule: a project that it applies to, and the most similar one that it does not.

Both are tests of the rule, and the remedy is what its quick fix writes, so that they are true.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framesage.advice.rule_tests import PYPROJECT, assess_example
from framesage.fixes import FixKind, apply_edits, fixes_for
from framesage.frozen import frozen
from framesage.report.pages.example_text import toml_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.model import Rule, RuleTest
    from framesage.rulebase.rule_base import RuleBase


@frozen
class Example:
    """The project of a test in which a rule applies, and the ``messages`` that it gets.

    ``remedy`` is the project after the quick fix with the title ``fix``; "" without one.
    """

    test: RuleTest
    messages: tuple[str, ...] = ()
    fix: str = ""
    remedy: str = ""


def choose_example(rule: Rule, rule_base: RuleBase) -> Example | None:
    """Return the first test in which a rule applies and has a remedy, if any, or else the first."""
    applying = [test for test in rule.tests if test.wanted]
    if rule.favors:
        return next(map(Example, applying), None)
    examples = [_example(rule, test, rule_base) for test in applying]
    return next((found for found in examples if found.remedy), next(iter(examples), None))


def silent_test(rule: Rule, applying: RuleTest | None) -> RuleTest | None:
    """Return the test in which a rule does not apply that differs least from another test."""
    silent = [test for test in rule.tests if not test.wanted]
    if applying is None:
        return next(iter(silent), None)
    return min(silent, key=lambda test: _differences(applying, test), default=None)


def shown_tests(rule_base: RuleBase) -> set[tuple[str, str]]:
    """Return the tests that are on pages, each by its rule's id and its name."""
    found: set[tuple[str, str]] = set()
    for rule in (*rule_base.guidance.values(), *rule_base.advice.values()):
        example = choose_example(rule, rule_base)
        silent = silent_test(rule, example.test if example else None)
        found.update((rule.id, test.name) for test in (example and example.test, silent) if test)
    return found


def _example(rule: Rule, test: RuleTest, rule_base: RuleBase) -> Example:
    assessment = assess_example(rule, test, rule_base, {PYPROJECT: toml_of(test)})
    findings = [finding for finding in assessment.findings if finding.rule == rule.id]
    messages = tuple(dict.fromkeys(finding.message for finding in findings))
    for finding in findings:
        for fix in fixes_for(finding, assessment):
            if fix.kind is FixKind.REMEDY:
                source = finding.location.manifest.source
                return Example(test, messages, fix.title, apply_edits(source, fix.edits))
    return Example(test, messages)


def _differences(first: RuleTest, second: RuleTest) -> int:
    old, new = Counter(first.requirements), Counter(second.requirements)
    changed = sum((new - old).values()) + sum((old - new).values())
    return changed + 2 * sum(left != right for left, right in _other_values(first, second))


def _other_values(first: RuleTest, second: RuleTest) -> Iterator[tuple[object, object]]:
    """Yield the values of everything but the requirements."""
    yield first.traits, second.traits
    yield first.framework, second.framework
    yield first.today, second.today
    yield first.layout, second.layout
    yield (first.project_name, first.description), (second.project_name, second.description)
    yield (first.keywords, first.classifiers), (second.keywords, second.classifiers)
    yield (first.development, first.groups), (second.development, second.groups)
    yield (first.extras, first.files), (second.extras, second.files)
    yield first.requires_python, second.requires_python
