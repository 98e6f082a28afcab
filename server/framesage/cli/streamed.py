"""``framesage check --format json``: each project is printed as soon as it is assessed.

So thousands of projects need no more memory than a few, unless they have a baseline.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.cli.formats import note_hidden, without_below
from framesage.cli.problems import Problems
from framesage.cli.stdio import write
from framesage.report.json import json_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.cli.run import CheckResult, Search
    from framesage.severity import Severity


class Streamed:
    """What is printed, and decided, after the last project."""

    def __init__(
        self, search: Search, least: Severity, fails: Callable[[Assessment], bool]
    ) -> None:
        self._search, self._least, self._fails = search, least, fails
        self._problems = Problems(search.files)
        self._with_baseline: list[Assessment] = []
        self._other_files: set[Path] = set()
        self._hidden = 0
        self.is_empty, self.has_failed = True, False

    def print(self) -> CheckResult:
        """Print all projects, then the errors; return those that have a baseline."""
        for part in json_parts(self._shown()):
            write(part)
        note_hidden(self._hidden, self._least)
        self._search.report_unread()
        is_valid = self._problems.report() and not self._search.has_unread
        result = self._search.result(tuple(self._with_baseline), is_valid=is_valid)
        return replace(result, other_files=frozenset(self._other_files))

    def _shown(self) -> Iterator[Assessment]:
        for assessment in self._search.assessments():
            self.is_empty = False
            self.has_failed |= self._fails(assessment)
            self._problems.add(assessment)
            if assessment.project.baseline:
                self._with_baseline.append(assessment)
            else:
                self._other_files.update(assessment.project.paths)
            shown = without_below(self._least, assessment)
            self._hidden += len(assessment.findings) - len(shown.findings)
            yield shown
