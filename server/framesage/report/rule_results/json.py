"""The result of checking and testing rules as JSON, version 1; lines and columns from 1."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from framesage.report.locations import written_path
from framesage.report.rule_results.model import counts_by_pack
from framesage.rule_checks.failed_tests import test_location

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.report.rule_results.model import CheckedRules
    from framesage.rule_checks.builtin_outcomes import Change
    from framesage.rule_checks.coverage import Coverage
    from framesage.rule_checks.failed_tests import Result
    from framesage.rulebase.checks import Issue
    from framesage.rulebase.errors import RuleError
    from framesage.rulebase.location import SourceLocation

VERSION = 1


def check_json(checked: CheckedRules, base: Path) -> str:
    """Return the result of a check."""
    report = checked.report
    return _text(
        packs=[asdict(counts) for counts in counts_by_pack(checked, base)],
        errors=[
            *(_error(found, base) for found in checked.errors),
            *(_issue(issue, base) for issue in (report.issues if report else ())),
        ],
        notes=[_issue(issue, base) for issue in (report.notes if report else ())],
        changes=[_change(change, base) for change in checked.changes],
    )


def tests_json(results: Sequence[Result], covered: Sequence[Coverage] | None, base: Path) -> str:
    """Return the outcomes of tests, and the coverage if there is one."""
    coverage = {} if covered is None else {"coverage": list(map(_coverage, covered))}
    return _text(tests=[_result(result, base) for result in results], **coverage)


def _text(**values: list[dict[str, Any]]) -> str:
    return json.dumps({"version": VERSION, **values}, indent=2) + "\n"


def _place(location: SourceLocation, base: Path) -> dict[str, Any]:
    line, column = location.line_column
    return {"file": written_path(location.path, base), "line": line, "column": column}


def _error(found: RuleError, base: Path) -> dict[str, Any]:
    place = {"file": written_path(found.path, base), "line": found.line, "column": found.column}
    return {"check": "load", "message": found.message, "details": [], **place}


def _issue(issue: Issue, base: Path) -> dict[str, Any]:
    return {
        "check": issue.check,
        "message": issue.message,
        "details": list(issue.details),
        **_place(issue.location, base),
    }


def _change(change: Change, base: Path) -> dict[str, Any]:
    cause = _place(change.cause, base) if change.cause else None
    return {"rule": change.rule.id, "test": change.test.name, "now": change.now, "cause": cause}


def _result(result: Result, base: Path) -> dict[str, Any]:
    return {
        "rule": result.rule.id,
        "test": result.test.name,
        "passed": result.passed,
        "fired": result.fired,
        "details": list(result.failure.details) if result.failure else [],
        **_place(test_location(result.rule, result.test), base),
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "rule": coverage.rule.id,
        "parts": coverage.parts,
        "covered": coverage.covered,
        "never_true": [gap.part for gap in coverage.gaps if gap.holds],
        "never_false": [gap.part for gap in coverage.gaps if not gap.holds],
        "lacking": list(coverage.lacking),
    }
