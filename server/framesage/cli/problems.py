"""What cannot be used of the checked projects: rules, baselines, settings and files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.baseline import baseline_problem
from framesage.advice.builtin_findings import outer_name_errors
from framesage.advice.builtin_rules import SETTINGS, UNREADABLE_FILE
from framesage.cli.rule_errors import rule_error_lines
from framesage.cli.stdio import error
from framesage.report.locations import position_name, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.project import ManifestCache
    from framesage.project.file_error import FileError

MOST_LOCATIONS = 10
"""The maximum number of locations in the error; each also has a finding."""


class Problems:
    """The problems of all assessments that were added; nothing else of them is kept."""

    def __init__(self, files: ManifestCache | None = None) -> None:
        self._files = files
        self._rules: dict[str, None] = {}
        self._baselines: dict[str, None] = {}
        self._settings: dict[str, None] = {}
        self._outer: list[FileError] = []
        self._names: dict[FileError, None] = {}
        self._checked: set[Path] = set()
        self._told: set[tuple[object, ...]] = set()
        self._is_readable = True

    def add(self, assessment: Assessment) -> None:
        """Note what cannot be used of a project."""
        base, project = Path.cwd(), assessment.project
        self._rules.update(dict.fromkeys(rule_error_lines(assessment, base, self._files)))
        baseline = project.settings.baseline
        name = shown_path(Path(baseline), base) if baseline else ""
        if problem := baseline_problem(project, name):
            self._baselines[problem] = None
        self._outer += project.outer_errors
        names = outer_name_errors(project, assessment.rule_base, assessment.rule_errors)
        self._names.update(dict.fromkeys(names))
        self._checked |= {manifest.source.path for manifest in project.manifests}
        for finding in assessment.findings:
            self._told.add((finding.location.path, finding.location.range))
            if finding.rule == SETTINGS.id:  # the finding describes what is wrong
                self._settings[position_name(finding.location, base)] = None
            self._is_readable &= finding.rule != UNREADABLE_FILE.id

    def report(self) -> bool:
        """Print the errors; return whether everything could be used."""
        errors = dict.fromkeys(self._errors())
        for message in errors:
            error(message)
        return not errors and self._is_readable

    def _errors(self) -> Iterator[str]:
        yield from self._rules
        yield from self._baselines
        locations = [
            name
            for name in self._settings
            if not any(line.startswith(f"{name}: ") for line in self._rules)
        ]
        if locations:
            more = len(locations) - MOST_LOCATIONS
            listed = ", ".join(locations[:MOST_LOCATIONS])
            yield f"invalid settings: {listed}{f', and {more} more' if more > 0 else ''}"
        unchecked = (found for found in self._names if found.path not in self._checked)
        for found in (*self._outer, *unchecked):  # there are no findings for outer settings
            if (found.path, found.range) not in self._told:
                path, start = shown_path(found.path, Path.cwd()), found.range.start
                yield f"{path}:{start.line + 1}:{start.character + 1}: {found.message}"
