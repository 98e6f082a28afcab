"""Completion of packages in dependency lists: a framework, and what the project lacks.

Whether a name can be written at a position is decided by the reader of the file's format, which
reads the text with a placeholder there. So completion works in every format and in broken files.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from framesage.editing.missing_packages import missing_packages
from framesage.editing.offered_frameworks import offered_frameworks
from framesage.editing.suggestion import Suggestion
from framesage.manifests import read_any
from framesage.manifests.model import Origin, Purpose
from framesage.text import Range, Source

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.editing.missing_packages import MissingPackage
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.text import Position

_PLACEHOLDER = "framesage-completion-placeholder"
_NAME_START, _NAME_REST = re.compile(r"[A-Za-z0-9]"), re.compile(r"[\w.-]*")
_ITEM, _KEY = "{}", '{} = "*"'


def complete_packages(
    manifest: Manifest, position: Position, assessment: Assessment
) -> list[Suggestion]:
    """Return the packages to suggest at a position, best first; none outside of a list."""
    packages: dict[str, MissingPackage] = {}
    offered = offered_frameworks(manifest, position, assessment)
    missing = missing_packages(assessment) if assessment.web else ()
    for package in chain(offered, missing):
        packages.setdefault(package.name, package)
    template = _template(manifest, position) if packages and not manifest.compiled else ""
    if not template:
        return []
    span = _name_range(manifest.source, position)
    return [
        Suggestion(
            package.name, template.format(package.name), package.purpose, span, package.reason
        )
        for package in packages.values()
    ]


def _template(manifest: Manifest, position: Position) -> str:
    """Return how a name is written at a position, as an item or a key; "" if it cannot be."""
    start, end = _name_range(manifest.source, position)
    line = manifest.source.line(position.line)
    before, after = line[: start.character], line[end.character :]
    for template in (_ITEM, _KEY) if not after.strip() else (_ITEM,):
        text = before + template.format(_PLACEHOLDER) + after
        requirements = _read_with(manifest, position.line, text)
        if any(
            requirement.name == _PLACEHOLDER and _runs(requirement) for requirement in requirements
        ):
            return template
    return ""


def _read_with(manifest: Manifest, number: int, line: str) -> tuple[Requirement, ...]:
    """Return the requirements of a file with another text in one line."""
    source, path = manifest.source, manifest.source.path
    if manifest.is_single_list:  # may have thousands of lines, and each is independent
        above = source.line(number - 1) if source.line(number - 1).endswith("\\") else ""
        lines = [above, line]
    else:
        lines = [*source.lines[:number], line, *source.lines[number + 1 :]]
    return tuple(read_any(Source(path, "\n".join(lines))).requirements)


def _runs(requirement: Requirement) -> bool:
    is_direct = requirement.origin is Origin.DIRECT
    return is_direct and requirement.group.purpose is not Purpose.DEVELOPMENT


def _name_range(source: Source, position: Position) -> Range:
    """Return the range of the name around a position, which may be empty."""
    line, character = source.line(position.line), position.character
    typed = _NAME_REST.match(line[:character][::-1])  # from the end: linear in the line's length
    first = character - (typed.end() if typed else 0)
    before, after = _NAME_START.search(line, first, character), _NAME_REST.match(line, character)
    start = before.start() if before else character
    return Range.on_line(position.line, start, after.end() if after and before else character)
