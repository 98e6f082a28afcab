"""What one block of a requirements file says, as if it began on line 0."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_file
from framesage.manifests.model import Group, Include, Origin, Requirement
from framesage.manifests.pep508 import Parsed, parse_requirement
from framesage.manifests.requirements.fast_path import plain_requirement
from framesage.manifests.requirements.incremental import Aside, Block
from framesage.manifests.requirements.logical_lines import LogicalLine, logical_lines
from framesage.manifests.requirements.multiple_per_line import glued_on
from framesage.manifests.requirements.urls import (
    is_reference,
    name_span,
    parse_reference,
)
from framesage.manifests.requirements.via_comments import pulled_in_by, via_entries
from framesage.memoize import memoize_short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.text import Range, Source

_INCLUDE = re.compile(r"\s*(-r|--requirement|-c|--constraint)(?:\s*=\s*|\s*)(\S.*)")
_EDITABLE = re.compile(r"\s*(?:-e|--editable)(?:\s*=\s*|\s+)")
_OPTION = re.compile(r"\s-{1,2}[A-Za-z]")


def block_reader(source: Source) -> Callable[[Sequence[str]], Block]:
    """Return who reads the blocks of a file; constraints files are told by their name."""
    constraint = "constraint" in source.path.name.lower()
    origin = Origin.CONSTRAINT if constraint else Origin.DIRECT
    return _remembering_reader(classify_file(source.path), origin)


@lru_cache(maxsize=16)
def _remembering_reader(group: Group, origin: Origin) -> Callable[[Sequence[str]], Block]:
    """Return who reads the blocks of such files; what it has read before, it knows."""
    read = partial(_read_block, group=group, origin=origin)
    return memoize_short(32768, lambda lines: sum(map(len, lines)))(read)


def _read_block(lines: Sequence[str], group: Group, origin: Origin) -> Block:
    """Read a block on its own: a requirement, an include, or nothing."""
    if len(lines) == 1 and (plain := plain_requirement(lines[0], group, origin)):
        return Block(1, plain)
    first, *below = logical_lines(lines)
    requirement = _requirement(first, group, origin)
    if requirement is None:
        include = _include(first)
        return Block(len(lines), aside=Aside(include) if include else None)
    via = via_entries([first.comment, *(line.comment for line in below)])
    pullers = pulled_in_by(via)
    if pullers and origin is Origin.DIRECT:
        requirement = replace(requirement, origin=Origin.VIA, via=pullers)
    glued = _glued(first)
    aside = Aside(annotated=bool(via), glued=glued) if via or glued else None
    return Block(len(lines), requirement, aside)


def _glued(line: LogicalLine) -> Range | None:
    option = _OPTION.search(line.text)
    span = glued_on(line.text[: option.start()] if option else line.text)
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
    parsed = parse_reference(written) if is_reference(written) else parse_requirement(written)
    if parsed is None:
        return None
    name = name_span(written) if parsed.url and parsed.start == parsed.name_end else None
    return _placed(parsed, line, start, name, group, origin)


def _placed(
    parsed: Parsed,
    line: LogicalLine,
    start: int,
    name: tuple[int, int] | None,
    group: Group,
    origin: Origin,
) -> Requirement:
    """Location a parsed requirement in its file."""
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
        origin,
    )
