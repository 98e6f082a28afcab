"""Read one block of a requirements file, with ranges that count from its own first line."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_file
from framesage.manifests.local_packages import unnamed_package
from framesage.manifests.model import Group, Include, LocalPackage, Origin, Requirement
from framesage.manifests.names import canonicalize_name
from framesage.manifests.pep508 import parse_requirement_on_line
from framesage.manifests.requirements.blocks import Block, Details
from framesage.manifests.requirements.logical_lines import LogicalLine, logical_lines
from framesage.manifests.requirements.multiple_per_line import find_further_requirements
from framesage.manifests.requirements.options import (
    CONSTRAINT,
    EDITABLE,
    REQUIREMENT,
    read_options,
)
from framesage.manifests.requirements.urls import (
    is_url_or_path,
    name_span,
    parse_url_or_path,
)
from framesage.manifests.requirements.via_comments import (
    is_added_heading,
    requiring_packages,
    via_entries,
)
from framesage.manifests.words import Word
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.text import Source

_OPTION = re.compile(r"\s-{1,2}[A-Za-z]")
_NAME_AND_CLAUSE = re.compile(  # no dots in the name, because such a name can be that of a file
    r"([A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)((?:[=<>~!]=|[<>])[0-9][A-Za-z0-9.+!]*(?:\.\*)?)?"
)


def block_reader(source: Source) -> Callable[[Sequence[str]], Block]:
    """Return a function that reads blocks of a file; the name tells whether it has constraints."""
    constraint = "constraint" in source.path.name.lower()
    origin = Origin.CONSTRAINT if constraint else Origin.DIRECT
    return partial(_read_block, group=classify_file(source.path), origin=origin)


def _read_block(lines: Sequence[str], group: Group, origin: Origin) -> Block:
    """Read a block: a requirement, an include, or nothing."""
    if len(lines) == 1 and (simple := simple_requirement(lines[0], group, origin)):
        return Block(simple)
    first, *below = logical_lines(lines)
    comments = [first.comment, *(line.comment for line in below)]
    added_below = any(map(is_added_heading, comments))
    requirement = _requirement(first, group, origin)
    if requirement is None:
        unnamed = _unnamed(first, group)
        return Block(None, Details(_include(first), added_below=added_below, unnamed=unnamed))
    via = via_entries(comments)
    packages = requiring_packages(via)
    if packages and origin is Origin.DIRECT:
        requirement = replace(requirement, origin=Origin.VIA, via=packages)
    details = Details(further=_further_requirements(first), added_below=added_below)
    return Block(requirement, details, annotated=bool(via))


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
    """Return the file that a line includes; like pip, the first one, requirements before others."""
    if not line.text.lstrip().startswith("-"):
        return None
    options = read_options(line.text)
    name = REQUIREMENT if REQUIREMENT in options else CONSTRAINT
    target = None if EDITABLE in options else options.get(name)
    if target is None or not target.value:
        return None
    return Include(target.value, line.range(target.start, target.end), name == CONSTRAINT)


def _requirement(line: LogicalLine, group: Group, origin: Origin) -> Requirement | None:
    written = _written(line.text)
    if written is None:
        return None
    text = written.value
    parsed = parse_url_or_path(text) if is_url_or_path(text) else parse_requirement_on_line(text)
    if parsed is None:
        return None
    name_start, name_end = parsed.start, parsed.name_end
    if parsed.url and name_start == name_end:  # a URL or path, with the name somewhere inside
        name_start, name_end = name_span(text)
    return Requirement(
        name=parsed.name,
        range=_range(line, written, parsed.start, parsed.end),
        name_range=_range(line, written, name_start, name_end),
        extras=parsed.extras,
        specifier=parsed.specifier,
        marker=parsed.marker,
        url=parsed.url,
        group=group,
        origin=origin,
    )


def _unnamed(line: LogicalLine, group: Group) -> LocalPackage | None:
    """Return the package of a line with a path or URL that does not contain its name."""
    written = _written(line.text)
    if written is None:
        return None
    start, length = len(written.value) - len(written.value.lstrip()), len(written.value.rstrip())
    return unnamed_package(written.value, _range(line, written, start, length), group)


def _written(text: str) -> Word | None:
    """Return the requirement of a line with everything up to the next option, or None.

    The value of ``--editable`` is a word if it has quotes or escapes.
    """
    start = 0
    if text.lstrip().startswith("-"):
        editable = read_options(text).get(EDITABLE)
        if editable is None or editable.is_quoted(text):
            return editable
        start = editable.start
    option = _OPTION.search(text, start)
    end = option.start() if option else len(text)
    return Word(text[start:end], start, end)


def _range(line: LogicalLine, written: Word, start: int, end: int) -> Range:
    """Return the range of a part of a word; that of the word if it is written with escapes."""
    if written.is_literal(line.text):
        return line.range(written.start + start, written.start + end)
    return line.range(written.start, written.end)
