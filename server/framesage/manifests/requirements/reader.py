"""Reading a requirements file: every requirement and include that can be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.manifests.comments import find_ignores
from framesage.manifests.model import Group, Include, Manifest, Origin, Requirement
from framesage.manifests.pep508 import Parsed, parse_requirement
from framesage.manifests.purpose import group_of_file
from framesage.manifests.requirements.lines import LogicalLine, logical_lines
from framesage.manifests.requirements.references import (
    is_reference,
    name_span,
    parse_reference,
)
from framesage.manifests.requirements.via import is_compiled, pulled_in_by, via_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.text import Source

_INCLUDE = re.compile(r"\s*(-r|--requirement|-c|--constraint)(?:\s*=\s*|\s*)(\S.*?)\s*$")
_EDITABLE = re.compile(r"\s*(?:-e|--editable)(?:\s*=\s*|\s+)")
_OPTION = re.compile(r"\s-{1,2}[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Found:
    requirement: Requirement
    via: tuple[str, ...]


def read_requirements(source: Source) -> Manifest:
    """Return what a requirements file says; constraints files are told by their name."""
    lines = list(logical_lines(source.lines))
    constraint = "constraint" in source.path.name.lower()
    group = group_of_file(source.path)
    found = [
        _Found(requirement, via_entries(_comments_at(lines, number)))
        for number, line in enumerate(lines)
        if (requirement := _requirement(line, group, constraint=constraint))
    ]
    requirements = _with_origins(found)
    return Manifest(
        source,
        "requirements",
        requirements=requirements,
        includes=tuple(include for line in lines if (include := _include(line))),
        heads=tuple(requirement.name_range for requirement in requirements[:1]),
        ignores=tuple(find_ignores(source.lines)),
        compiled=is_compiled(source.lines) or any(one.via for one in found),
    )


def _include(line: LogicalLine) -> Include | None:
    if not line.text.lstrip().startswith("-"):
        return None
    match = _INCLUDE.match(line.text)
    if match is None:
        return None
    target = match.group(2).strip("\"'")
    return Include(target, line.range(*match.span(2)), match.group(1) in ("-c", "--constraint"))


@lru_cache(maxsize=32768)  # a keystroke changes one line; the others are known
def _requirement(line: LogicalLine, group: Group, *, constraint: bool) -> Requirement | None:
    text, start = line.text, 0
    if not text.strip():
        return None
    if editable := _EDITABLE.match(text):
        start = editable.end()
    elif text.lstrip().startswith("-"):
        return None
    option = _OPTION.search(text, start)
    written = text[start : option.start() if option else None]
    parsed = parse_reference(written) if is_reference(written) else parse_requirement(written)
    if parsed is None:
        return None
    name = name_span(written) if parsed.url and parsed.start == parsed.name_end else None
    return make_requirement(parsed, line, start, name, group, constraint=constraint)


def make_requirement(
    parsed: Parsed,
    line: LogicalLine,
    start: int,
    name: tuple[int, int] | None,
    group: Group,
    *,
    constraint: bool,
) -> Requirement:
    """Place a parsed requirement in its file."""
    name_start, name_end = name or (parsed.start, parsed.name_end)
    return Requirement(
        parsed.name,
        line.range(start + parsed.start, start + parsed.end),
        line.range(start + name_start, start + name_end),
        parsed.extras,
        parsed.specifier,
        parsed.marker,
        parsed.url,
        group,
        Origin.CONSTRAINT if constraint else Origin.DIRECT,
    )


def _comments_at(lines: Sequence[LogicalLine], number: int) -> list[str]:
    """Return the comment on a requirement's line and those on the lines right below it."""
    comments = [lines[number].comment]
    below = number + 1
    while below < len(lines) and lines[below].comment and not lines[below].text.strip():
        comments.append(lines[below].comment)
        below += 1
    return comments


def _with_origins(found: Sequence[_Found]) -> tuple[Requirement, ...]:
    """Tell direct lines from pulled-in ones; who is no package of the file is the project."""
    names = {one.requirement.name for one in found}
    placed = []
    for one in found:
        via = pulled_in_by(one.via)
        if via and names.issuperset(via) and one.requirement.origin is Origin.DIRECT:
            placed.append(replace(one.requirement, origin=Origin.VIA, via=via))
        else:
            placed.append(one.requirement)
    return tuple(placed)
