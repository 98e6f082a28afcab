"""A test of a rule as a reader would write its project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from framesage.wording.grammar import capitalize, join_words
from framesage.wording.layout import layout_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.rulebase.model import RuleTest


def toml_of(test: RuleTest) -> str:
    """Return the part of a pyproject.toml that matters for a test."""
    return "\n".join((*_project(test), *_groups(test), *_settings(test)))


def about(test: RuleTest) -> str:
    """Return the name of a test and what its file does not show, as a sentence."""
    shown = join_words([layout_words(fact) for fact in test.layout])
    lists = "".join(
        f", with {join_words(requirements)} in {name}" for name, requirements in test.files.items()
    )
    files = f", where the file names show {shown}" if shown else ""
    day = f" (on {test.today.isoformat()})" if test.today else ""
    return f"{capitalize(test.name)}{lists}{files}{day}:"


def _project(test: RuleTest) -> Iterator[str]:
    yield "[project]"
    if test.project_name:
        yield f"name = {_quoted(test.project_name)}"
    if test.description:
        yield f"description = {_quoted(test.description)}"
    if test.keywords:
        yield f"keywords = {_quoted(test.keywords)}"
    if test.classifiers:
        yield from _list("classifiers", test.classifiers)
    if test.requires_python:
        yield f"requires-python = {_quoted(test.requires_python)}"
    yield from _list("dependencies", test.requirements)
    if test.extras:
        yield from ("", "[project.optional-dependencies]")
    for name, requirements in test.extras.items():
        yield from _list(name, requirements)


def _groups(test: RuleTest) -> Iterator[str]:
    development = {"dev": test.development} if test.development else {}
    groups = {**development, **test.groups}
    if groups:
        yield from ("", "[dependency-groups]")
    for name, requirements in groups.items():
        yield from _list(name, requirements)


def _settings(test: RuleTest) -> Iterator[str]:
    if test.framework:
        yield from ("", "[tool.framesage]", f"framework = {_quoted(test.framework)}")
    if test.traits:
        yield from ("", "[tool.framesage.traits]")
        yield from (f"{trait} = {str(value).lower()}" for trait, value in test.traits.items())


def _list(key: str, values: Sequence[str]) -> Iterator[str]:
    if not values:
        yield f"{key} = []"
        return
    yield f"{key} = ["
    yield from (f"  {_quoted(value)}," for value in values)
    yield "]"


def _quoted(value: str | Sequence[str]) -> str:
    """Return a value as JSON, which is valid TOML for strings and lists of strings."""
    return json.dumps(value, ensure_ascii=False)
