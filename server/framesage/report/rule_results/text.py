"""The result of checking and testing rules as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.report.locations import rule_error_text, written_path
from framesage.report.rule_results.model import counts_by_pack
from framesage.wording.grammar import count_noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from framesage.report.rule_results.model import CheckedRules, PackCounts
    from framesage.rule_checks.builtin_outcomes import Change
    from framesage.rule_checks.coverage import Coverage
    from framesage.rule_checks.failed_tests import Result
    from framesage.rulebase.checks import Issue
    from framesage.rulebase.location import SourceLocation


def check_lines(checked: CheckedRules, base: Path) -> Iterator[str]:
    """Yield the errors or issues, what concerns the built-in rules, and a summary."""
    yield from (rule_error_text(found, base) for found in checked.errors)
    report = checked.report
    if report is None:
        yield f"Found {count_noun(len(checked.errors), 'error')}; the rules were not tested."
        return
    yield from _issues(report.issues, base)
    if report.notes:
        yield "Beside the built-in rules (for information):"
        yield from (f"  {line}" for line in _issues(report.notes, base))
    if checked.changes:
        yield "Changed outcomes of built-in rules (for information):"
        yield from (f"  {_change(change, base)}" for change in checked.changes)
    if report.issues:
        yield f"Found {count_noun(len(report.issues), 'issue')}."
    yield from map(_summary, counts_by_pack(checked, base))


def test_lines(
    results: Sequence[Result], covered: Sequence[Coverage] | None, base: Path
) -> Iterator[str]:
    """Yield the failed tests, the coverage and a summary."""
    failed = [result.failure for result in results if result.failure]
    yield from _issues(failed, base)
    if covered is not None:
        yield from _coverage(covered, base)
    yield f"{_tests(len(results), len(failed))}."


def _issues(issues: Iterable[Issue], base: Path) -> Iterator[str]:
    for issue in issues:
        yield f"{_place(issue.location, base)}: {issue.message} [{issue.check}]"
        yield from (f"    {line}" for line in issue.details)


def _place(location: SourceLocation, base: Path) -> str:
    line, column = location.line_column
    return f"{written_path(location.path, base)}:{line}:{column}"


def _change(change: Change, base: Path) -> str:
    return f"{change} because of {_place(change.cause, base)}" if change.cause else str(change)


def _summary(counts: PackCounts) -> str:
    title = f"{counts.name} {counts.version}".rstrip()
    rules, changes = count_noun(counts.rules, "rule"), counts.changes
    changed = f"; changes {count_noun(changes, 'built-in outcome')}" if changes else ""
    return f"{title}: {rules}, {_tests(counts.tests, counts.failed)}{changed}"


def _tests(number: int, failed: int) -> str:
    if failed:
        return f"{failed} of {count_noun(number, 'test')} failed"
    return f"{count_noun(number, 'test')} passed"


def _coverage(covered: Sequence[Coverage], base: Path) -> Iterator[str]:
    for coverage in covered:
        if coverage.gaps or coverage.lacking:
            rule = coverage.rule
            yield f"{_place(rule.location, base)}: '{rule.id}': {coverage.summary}"
            yield from (f"    no test in which it {lacking}" for lacking in coverage.lacking)
            yield from (f"    {gap}" for gap in coverage.gaps)
    seen, parts = sum(found.covered for found in covered), sum(found.parts for found in covered)
    yield f"Coverage: {seen} of {parts} parts of conditions were seen to hold and to fail."
