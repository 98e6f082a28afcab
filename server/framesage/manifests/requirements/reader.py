"""Reading a requirements file: every requirement and include that can be seen."""

from __future__ import annotations

from dataclasses import field, replace
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING

from framesage.frozen import frozen_roomy
from framesage.manifests.comments import find_ignores
from framesage.manifests.model import Include, Manifest, Origin, Requirement
from framesage.manifests.placed import Placed, moved
from framesage.manifests.requirements.block_reader import block_reader
from framesage.manifests.requirements.blocks import Block, Blocks, read_blocks, reread_blocks
from framesage.manifests.requirements.via import is_compiled
from framesage.text import changed_lines

if TYPE_CHECKING:
    from framesage.text import Range, Source


@frozen_roomy
class RequirementsFile(Manifest):
    """What a requirements file says, with the blocks it was read in, to read it again quickly."""

    blocks: Blocks = field(default=Blocks([], []), compare=False, repr=False)


def read_requirements(source: Source) -> RequirementsFile:
    """Return what a requirements file says; constraints files are told by their name."""
    return _file(source, read_blocks(source.lines, block_reader(source)))


def reread_requirements(before: RequirementsFile, source: Source) -> RequirementsFile:
    """Return what the same file says after an edit; only what the edit touched is read."""
    change = changed_lines(before.source.lines, source.lines)
    blocks = reread_blocks(before.blocks, change, source.lines, block_reader(source))
    return _file(source, blocks)


def _file(source: Source, blocks: Blocks) -> RequirementsFile:
    requirements, others = _placed(blocks), _other(blocks)
    return RequirementsFile(
        source,
        "requirements",
        requirements=requirements,
        includes=_includes(others),
        heads=tuple(requirement.name_range for requirement in requirements[:1]),
        ignores=tuple(find_ignores(source.lines)) if "framesage" in source.text else (),
        compiled=is_compiled(source.lines) or any(block.annotated for block in blocks.each),
        glued=_glued(others),
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


def _other(blocks: Blocks) -> list[tuple[Block, int]]:
    """Return the few blocks that say more than one requirement, or else, and where each is."""
    pairs = zip(blocks.each, blocks.starts, strict=True)
    return [(block, start) for block, start in pairs if block.include or block.glued]


def _includes(others: list[tuple[Block, int]]) -> tuple[Include, ...]:
    found = [(block.include, start) for block, start in others if block.include]
    return tuple(replace(one, range=moved(one.range, start)) for one, start in found)


def _glued(others: list[tuple[Block, int]]) -> tuple[Range, ...]:
    return tuple(moved(block.glued, start) for block, start in others if block.glued)
