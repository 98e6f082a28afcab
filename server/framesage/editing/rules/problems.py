"""What is wrong in a rule file: the errors of the loader, and the issues of the checks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.paths import is_builtin
from framesage.severity import Severity
from framesage.text import Position, Range
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from framesage.rulebase.checks import Issue
    from framesage.rulebase.errors import RuleError
    from framesage.text import Source
    from framesage.toml import Entry, Value

MOST_CHARACTERS = 500_000
"""In a longer file, problems are shown up to the end of a line: it takes too long to scan."""
ERROR = "rule-error"
"""The code of errors because of which a pack is not used."""


@frozen
class Problem:
    """A problem at a range of a rule file; ``code`` is that of its check."""

    code: str
    severity: Severity
    message: str
    range: Range


def load_problems(errors: Iterable[RuleError], source: Source) -> list[Problem]:
    """Return the errors of the loader in a file."""
    places = _Places(source)
    return [
        Problem(ERROR, Severity.ERROR, error.message, places.range(error.line, error.column))
        for error in errors
        if error.path == source.path and error.line
    ]


def issue_problems(issues: Iterable[Issue], source: Source) -> list[Problem]:
    """Return the issues in a file; those with a built-in rule are for information."""
    places = _Places(source)
    return [
        Problem(issue.check, _severity(issue), _message(issue), places.range(line, column))
        for issue in issues
        if issue.location.path == source.path
        for line, column in [issue.location.line_column]
    ]


def _severity(issue: Issue) -> Severity:
    return Severity.INFORMATION if any(map(is_builtin, issue.paths)) else Severity.WARNING


def _message(issue: Issue) -> str:
    return "\n".join((issue.message, *issue.details))


@frozen(slots=False)
class _Places:
    """The ranges of what begins at a line and column of a file; scanned only when it is needed."""

    source: Source

    def range(self, line: int, column: int) -> Range:
        """Return the range at a line and column, from 1; to the end of the line where the file is
        not valid."""
        start = Position(line - 1, column - 1)
        known = self._by_start if len(self.source.text) <= MOST_CHARACTERS else {}
        return known.get(start) or self._rest_of_line(start)

    def _rest_of_line(self, start: Position) -> Range:
        line = self.source.line(start.line)
        end = len(line.rstrip())
        first = start.character if start.character < end else len(line) - len(line.lstrip())
        return Range.on_line(start.line, min(first, end), end)

    @cached_property
    def _by_start(self) -> Mapping[Position, Range]:
        document = scan("", self.source.lines)
        found = {header.range.start: header.range for header in document.headers}
        for entry in document.entries:
            found.update(_entry_ranges(entry))
        return found


def _entry_ranges(entry: Entry) -> Iterator[tuple[Position, Range]]:
    """Yield the range of a key with its value, or without it where that has several lines."""
    span, end = entry.key_range, entry.value.range.end
    is_short = entry.value.kind in ("string", "other") and span.start.line == end.line
    yield span.start, Range(span.start, end) if is_short else span
    yield from _value_ranges(entry.value)


def _value_ranges(value: Value) -> Iterator[tuple[Position, Range]]:
    yield value.range.start, value.range
    for item in value.items:
        yield from _value_ranges(item)
    for entry in value.entries:
        yield from _entry_ranges(entry)
