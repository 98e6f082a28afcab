"""Read one block of a requirements file, with ranges that count from its own first line."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_file
from framesage.manifests.model import Group, Include, Origin, Requirement
from framesage.manifests.names import canonicalize_name
from framesage.manifests.pep508 import parse_requirement
from framesage.manifests.requirements.incremental import Block, Details
from framesage.manifests.requirements.logical_lines import LogicalLine, logical_lines
from framesage.manifests.requirements.multiple_per_line import find_further_requirements
from framesage.manifests.requirements.urls import (
    is_url_or_path,
    name_span,
    parse_url_or_path,
)
from framesage.manifests.requirements.via_comments import requiring_packages, via_entries
from framesage.memoize import memoize_short
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.text import Source

_INCLUDE = re.compile(r"\s*(-r|--requirement|-c|--constraint)(?:\s*=\s*|\s*)(\S.*)")
_EDITABLE = re.compile(r"\s*(?:-e|--editable)(?:\s*=\s*|\s+)")
_OPTION = re.compile(r"\s-{1,2}[A-Za-z]")
_NAME_AND_CLAUSE = re.compile(  # no dots in the name, because such a name can be that of a file
    r"([A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)((?:[=<>~!]=|[<>])[0-9][A-Za-z0-9.+!]*(?:\.\*)?)?"
)


def block_reader(source: Source) -> Callable[[Sequence[str]], Block]:
    """Return a function that reads blocks of a file; the name tells whether it has constraints."""
    constraint = "constraint" in source.path.name.lower()
    origin = Origin.CONSTRAINT if constraint else Origin.DIRECT
    return _memoized_reader(classify_file(source.path), origin)


@lru_cache(maxsize=16)
def _memoized_reader(group: Group, origin: Origin) -> Callable[[Sequence[str]], Block]:
    read = partial(_read_block, group=group, origin=origin)
    return memoize_short(32768, lambda lines: sum(map(len, lines)))(read)


def _read_block(lines: Sequence[str], group: Group, origin: Origin) -> Block:
    """Read a block: a requirement, an include, or nothing."""
    if len(lines) == 1 and (simple := simple_requirement(lines[0], group, origin)):
        return Block(1, simple)
    first, *below = logical_lines(lines)
    requirement = _requirement(first, group, origin)
    if requirement is None:
        include = _include(first)
        return Block(len(lines), details=Details(include) if include else None)
    via = via_entries([first.comment, *(line.comment for line in below)])
    packages = requiring_packages(via)
    if packages and origin is Origin.DIRECT:
        requirement = replace(requirement, origin=Origin.VIA, via=packages)
    further = _further_requirements(first)
    details = Details(annotated=bool(via), further=further) if via or further else None
    return Block(len(lines), requirement, details)


def simple_requirement(text: str, group: Group, origin: Origin) -> Requirement | None:
    """Parse a line with only a name and at most one clause; return None for all other lines.

    Nine of ten lines are like this, and take a fifth of the time of the general parser.
    """
    match = _NAME_AND_CLAUSE.fullmatch(text)
    if match is None:
        return None
    name, specifier = match.groups("")
    return Requirement(
        name=canonicalize_name(name),
        range=Range.on_line(0, 0, len(text)),
        name_range=Range.on_line(0, 0, len(name)),
        specifier=specifier,
        group=group,
        origin=origin,
    )


def _further_requirements(line: LogicalLine) -> Range | None:
    option = _OPTION.search(line.text)
    span = find_further_requirements(line.text[: option.start()] if option else line.text)
    return line.range(*span) if span else None


def _include(line: LogicalLine) -> Include | None:
    if not line.text.lstrip().startswith("-"):
        return None
    match = _INCLUDE.match(line.text.rstrip())
    if match is None:
        return None
    target = match.group(2).strip("\"'")
    return Include(target, line.range(*match.span(2)), match.group(1) in ("-c", "--constraint"))


def _requirement(line: LogicalLine, group: Group, origin: Origin) -> Requirement | None:
    text, start = line.text, 0
    if not text.strip():
        return None
    if editable := _EDITABLE.match(text):
        start = editable.end()
    elif text.lstrip().startswith("-"):
        return None
    option = _OPTION.search(text, start)
    written = text[start : option.start() if option else None]
    parsed = parse_url_or_path(written) if is_url_or_path(written) else parse_requirement(written)
    if parsed is None:
        return None
    name_start, name_end = parsed.start, parsed.name_end
    if parsed.url and name_start == name_end:  # a URL or path, with the name somewhere inside
        name_start, name_end = name_span(written)
    return Requirement(
        name=parsed.name,
        range=line.range(start + parsed.start, start + parsed.end),
        name_range=line.range(start + name_start, start + name_end),
        extras=parsed.extras,
        specifier=parsed.specifier,
        marker=parsed.marker,
        url=parsed.url,
        group=group,
        origin=origin,
    )
