"""Reading a requirements file: every requirement and include that can be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import compress
from typing import TYPE_CHECKING

from framesage.manifests.comments import find_ignores
from framesage.manifests.model import Group, Include, Manifest, Origin, Requirement
from framesage.manifests.pep508 import Parsed, parse_requirement
from framesage.manifests.placed import Placed, moved
from framesage.manifests.purpose import group_of_file
from framesage.manifests.requirements.blocks import Block, Blocks, read_blocks, reread_blocks
from framesage.manifests.requirements.lines import LogicalLine, logical_lines
from framesage.manifests.requirements.references import (
    is_reference,
    name_span,
    parse_reference,
)
from framesage.manifests.requirements.via import is_compiled, pulled_in_by, via_entries
from framesage.text import changed_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.text import Source

_INCLUDE = re.compile(r"\s*(-r|--requirement|-c|--constraint)(?:\s*=\s*|\s*)(\S.*?)\s*$")
_EDITABLE = re.compile(r"\s*(?:-e|--editable)(?:\s*=\s*|\s+)")
_OPTION = re.compile(r"\s-{1,2}[A-Za-z]")


@dataclass(frozen=True)
class RequirementsFile(Manifest):
    """What a requirements file says, with the blocks it was read in, to read it again quickly."""

    blocks: Blocks = field(default=Blocks([], []), compare=False, repr=False)


def read_requirements(source: Source) -> RequirementsFile:
    """Return what a requirements file says; constraints files are told by their name."""
    return _file(source, read_blocks(source.lines, _block_reader(source)))


def reread_requirements(before: RequirementsFile, source: Source) -> RequirementsFile:
    """Return what the same file says after an edit; only what the edit touched is read."""
    change = changed_lines(before.source.lines, source.lines)
    blocks = reread_blocks(before.blocks, change, source.lines, _block_reader(source))
    return _file(source, blocks)


def _file(source: Source, blocks: Blocks) -> RequirementsFile:
    requirements = _placed(blocks)
    return RequirementsFile(
        source,
        "requirements",
        requirements=requirements,
        includes=_includes(blocks),
        heads=tuple(requirement.name_range for requirement in requirements[:1]),
        ignores=tuple(find_ignores(source.lines)) if "framesage" in source.text else (),
        compiled=is_compiled(source.lines) or any(block.annotated for block in blocks.each),
        blocks=blocks,
    )


def _placed(blocks: Blocks) -> Placed:
    """Return the requirements in their places; who is no package of the file is the project."""
    held = [block.requirement is not None for block in blocks.each]
    as_read = [block.requirement for block in blocks.each if block.requirement is not None]
    names = lru_cache(maxsize=1)(lambda: {one.name for one in as_read})

    def finish(one: Requirement) -> Requirement:
        if not one.via or names().issuperset(one.via):
            return one
        return replace(one, origin=Origin.DIRECT, via=())

    return Placed(as_read, list(compress(blocks.starts, held)), finish)


def _includes(blocks: Blocks) -> tuple[Include, ...]:
    pairs = zip(blocks.each, blocks.starts, strict=True)
    found = [(block.include, start) for block, start in pairs if block.include]
    return tuple(replace(one, range=moved(one.range, start)) for one, start in found)


def _block_reader(source: Source) -> Callable[[Sequence[str]], Block]:
    constraint = "constraint" in source.path.name.lower()
    return partial(_read_block, group=group_of_file(source.path), constraint=constraint)


@lru_cache(maxsize=32768)
def _read_block(lines: Sequence[str], *, group: Group, constraint: bool) -> Block:
    """Read a block on its own: a requirement, an include, or nothing."""
    first, *below = logical_lines(lines)
    requirement = _requirement(first, group, constraint=constraint)
    if requirement is None:
        return Block(len(lines), include=_include(first))
    via = via_entries([first.comment, *(line.comment for line in below)])
    pullers = pulled_in_by(via)
    if pullers and not constraint:
        requirement = replace(requirement, origin=Origin.VIA, via=pullers)
    return Block(len(lines), requirement, annotated=bool(via))


def _include(line: LogicalLine) -> Include | None:
    if not line.text.lstrip().startswith("-"):
        return None
    match = _INCLUDE.match(line.text)
    if match is None:
        return None
    target = match.group(2).strip("\"'")
    return Include(target, line.range(*match.span(2)), match.group(1) in ("-c", "--constraint"))


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
