"""The line above each rule in a rule file: how its tests end, and in how many projects it fires."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase import symbols
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.rule_checks.steps import CheckedFiles
    from framesage.text import Range, Source


@frozen
class Lens:
    """A line to show above a range."""

    range: Range
    text: str


def rule_lenses(
    source: Source, checked: CheckedFiles | None, projects: Sequence[Assessment]
) -> Iterator[Lens]:
    """Yield the line above each rule, with what is known of its tests and of the projects."""
    document = scan("", source.lines)
    paths = [header.path for header in document.headers]
    tests = Counter(path[1] for path in paths if len(path) == 4 and path[::2] == ("rule", "test"))
    fires = fire_counts(projects)
    for header in document.headers:
        name = document.find(*header.path, "id") if len(header.path) == 2 else None
        if name and name.text and header.path[0] == "rule":
            texts = [_tests(name.text, tests[header.path[1]], checked)]
            if projects:
                texts.append(_fires(fires[name.text]))
            yield Lens(header.range, " · ".join(texts))


def fire_counts(projects: Iterable[Assessment]) -> Counter[str]:
    """Return in how many projects each rule fires, also where ignores or a baseline hide it."""
    return Counter(rule for project in projects for rule in _firing(project))


def _firing(project: Assessment) -> set[str]:
    findings = (*project.findings, *project.suppressed, *project.known)
    favoring = (
        reason.source
        for candidate in project.rule_base.candidates
        for reason in project.memory.conclusion(symbols.favors(candidate.id)).supporting
    )
    return {finding.rule for finding in findings} | set(favoring)


def _tests(rule: str, count: int, checked: CheckedFiles | None) -> str:
    if not count:
        return "no tests"
    noun = "test" if count == 1 else "tests"
    if checked is None or rule not in checked.tested:
        return f"{count} {noun}"
    failed = min(checked.failed[rule], count)
    if failed:
        return f"{failed} of {count} {noun} {'fails' if failed == 1 else 'fail'}"
    return f"{count} {noun} {'passes' if count == 1 else 'pass'}"


def _fires(count: int) -> str:
    if not count:
        return "fires in no project here"
    return f"fires in {count} {'project' if count == 1 else 'projects'} here"
