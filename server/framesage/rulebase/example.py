"""A rule's test written out as the dependency file of a small project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.model import RuleTest


def pyproject_text(test: RuleTest) -> str:
    """Return the text of a pyproject.toml that holds what the test gives."""
    return "\n".join(_lines(test)) + "\n"


def _lines(test: RuleTest) -> Iterator[str]:
    yield "[project]"
    yield f"name = {_quoted(test.project_name or 'example')}"
    if test.description:
        yield f"description = {_quoted(test.description)}"
    yield f"keywords = {_quoted(test.keywords)}"
    yield f"classifiers = {_quoted(test.classifiers)}"
    yield f"dependencies = {_quoted(test.requirements)}"
    groups = {**({"dev": test.development} if test.development else {}), **test.groups}
    if groups:
        yield "[dependency-groups]"
    for name, requirements in groups.items():
        yield f"{name} = {_quoted(requirements)}"


def _quoted(value: str | tuple[str, ...]) -> str:
    """Quote as JSON does, which TOML reads the same way."""
    return json.dumps(value, ensure_ascii=False)
