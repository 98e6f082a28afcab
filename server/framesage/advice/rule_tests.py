"""Run the tests that rules contain, with the same code that assesses projects."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.frozen import frozen
from framesage.manifests import reader_by_name
from framesage.project.model import Project
from framesage.project.settings.model import Settings
from framesage.rulebase import symbols
from framesage.severity import Severity
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.advice.model import Assessment
    from framesage.manifests.manifest import Manifest
    from framesage.rulebase.model import Rule, RuleTest
    from framesage.rulebase.rule_base import RuleBase

DEFAULT_DATE = date(2026, 11, 24)
"""The date of a test without one, so that its outcome stays the same."""

PYPROJECT = "pyproject.toml"
"""The file of each test."""


@frozen
class Outcome:
    """The outcome of one test: whether the rule ``fired`` in the project of the test."""

    rule: Rule
    test: RuleTest
    fired: bool
    assessment: Assessment

    @property
    def passed(self) -> bool:
        """Whether the rule did what its test expects."""
        return self.fired is self.test.wanted


def run_test(
    rule: Rule, test: RuleTest, rule_base: RuleBase, before: Assessment | None = None
) -> Outcome:
    """Run one test of a rule; ``before`` is as for ``assess``."""
    assessment = assess_example(rule, test, rule_base, before=before)
    if rule.favors:
        reasons = assessment.memory.conclusion(symbols.favors(rule.favors)).supporting
        fired = any(reason.source == rule.id for reason in reasons)
        return Outcome(rule, test, fired, assessment)
    fired = any(finding.rule == rule.id for finding in assessment.findings)
    return Outcome(rule, test, fired, assessment)


def assess_example(
    rule: Rule,
    test: RuleTest,
    rule_base: RuleBase,
    texts: Mapping[str, str] | None = None,
    before: Assessment | None = None,
) -> Assessment:
    """Assess the project of a test; a rule that is off by default is switched on.

    ``texts`` are files, by name, that are written in another way than ``texts_of`` does.
    """
    severities = {rule.id: Severity.HINT} if rule.severity == "off" else {}
    settings = Settings(framework=test.framework, traits=test.traits, severities=severities)
    project = example_project(test, settings, texts)
    return assess(project, rule_base, test.today or DEFAULT_DATE, before=before)


def example_project(
    test: RuleTest, settings: Settings, texts: Mapping[str, str] | None = None
) -> Project:
    """Return the project that a test describes; ``texts`` are as for ``assess_example``."""
    files = {**texts_of(test), **(texts or {})}
    manifests = tuple(_read(Path(name), text) for name, text in files.items())
    return Project(Path(), manifests, settings, layout=test.layout)


def texts_of(test: RuleTest) -> dict[str, str]:
    """Return the files of the project that a test describes, by name."""
    lists = {name: "".join(f"{line}\n" for line in lines) for name, lines in test.files.items()}
    return {PYPROJECT: pyproject_text(test), **lists}


def _read(path: Path, text: str) -> Manifest:
    read = reader_by_name(path)
    if read is None:  # pragma: no cover - names of files in tests are checked when they are read
        raise LookupError(path)
    return read(Source(path, text))


def pyproject_text(test: RuleTest) -> str:
    """Return the pyproject.toml of the project that a test describes."""
    return "\n".join(_pyproject_lines(test)) + "\n"


def _pyproject_lines(test: RuleTest) -> Iterator[str]:
    yield "[project]"
    yield f"name = {_quoted(test.project_name or 'example')}"
    if test.description:
        yield f"description = {_quoted(test.description)}"
    yield f"keywords = {_quoted(test.keywords)}"
    yield f"classifiers = {_quoted(test.classifiers)}"
    if test.requires_python:
        yield f"requires-python = {_quoted(test.requires_python)}"
    yield f"dependencies = {_quoted(test.requirements)}"
    if test.extras:
        yield "[project.optional-dependencies]"
    for name, requirements in test.extras.items():
        yield f"{name} = {_quoted(requirements)}"
    groups = {**({"dev": test.development} if test.development else {}), **test.groups}
    if groups:
        yield "[dependency-groups]"
    for name, requirements in groups.items():
        yield f"{name} = {_quoted(requirements)}"


def _quoted(value: str | tuple[str, ...]) -> str:
    """Return a value as JSON, which is valid TOML for strings and arrays of strings."""
    return json.dumps(value, ensure_ascii=False)
