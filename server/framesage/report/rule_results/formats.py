"""The formats of ``framesage rules check`` and ``framesage rules test``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.report.rule_results.github import annotation
from framesage.report.rule_results.json import check_json, tests_json
from framesage.report.rule_results.text import check_lines, test_lines
from framesage.text import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from framesage.report.rule_results.model import CheckedRules
    from framesage.rule_checks.coverage import Coverage
    from framesage.rule_checks.failed_tests import Result


def check_text(checked: CheckedRules, output_format: str, base: Path) -> str:
    """Return the result of a check; files are shown as somebody in ``base`` would write them."""
    if output_format == "json":
        return check_json(checked, base)
    if output_format == "text":
        return printed(check_lines(checked, base))
    report = checked.report
    lines = [
        annotation("error", found.message, found.path, found.line, found.column, base)
        for found in checked.errors
    ]
    for command, issues in (("error", report.issues), ("notice", report.notes)) if report else ():
        lines += (
            annotation(
                command, issue.message, issue.location.path, *issue.location.line_column, base
            )
            for issue in issues
        )
    return _joined(lines)


def tests_text(
    results: Sequence[Result],
    covered: Sequence[Coverage] | None,
    output_format: str,
    base: Path,
) -> str:
    """Return the results of tests, and the coverage if it was asked for."""
    if output_format == "json":
        return tests_json(results, covered, base)
    if output_format == "text":
        return printed(test_lines(results, covered, base))
    failures = (result.failure for result in results if result.failure)
    return _joined(
        annotation("error", issue.message, issue.location.path, *issue.location.line_column, base)
        for issue in failures
    )


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
