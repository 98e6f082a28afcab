"""Read a requirements file."""

from __future__ import annotations

from dataclasses import field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.headings import find_heading
from framesage.manifests.lazy_requirements import LazyRequirements, moved
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Include, LocalPackage, Origin, Requirement
from framesage.manifests.requirements.block_reader import block_reader
from framesage.manifests.requirements.incremental import Blocks, read_blocks, reread_blocks
from framesage.manifests.suppression_comments import find_ignores
from framesage.text import changed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.requirements.incremental import Details
    from framesage.text import Source


@frozen(slots=False)
class RequirementsFile(Manifest):
    """A requirements file, with the blocks that speed up reading it again after an edit."""

    blocks: Blocks = field(default=Blocks([], []), compare=False, repr=False)


def read_requirements(source: Source) -> RequirementsFile:
    """Read a requirements file, or a constraints file as of its name."""
    return _file(source, read_blocks(source.lines, block_reader(source)))


def reread_requirements(before: RequirementsFile, source: Source) -> RequirementsFile:
    """Read the same file again after an edit; only what the edit touched is parsed."""
    change = changed_lines(before.source.lines, source.lines)
    blocks = reread_blocks(before.blocks, change, source.lines, block_reader(source))
    return _file(source, blocks)


def _file(source: Source, blocks: Blocks) -> RequirementsFile:
    details = blocks.details()
    requirements = _requirements(blocks, details)
    heading = find_heading(source.lines)
    return RequirementsFile(
        source,
        "requirements",
        requirements=requirements,
        includes=tuple(_includes(details)),
        anchors=tuple(requirement.name_range for requirement in requirements[:1]),
        ignores=tuple(find_ignores(source.lines)) if "framesage" in source.text else (),
        compiled=heading is not None or any(detail.annotated for detail, _ in details),
        heading=heading,
        multiple_per_line=tuple(
            moved(detail.further, start) for detail, start in details if detail.further
        ),
        unnamed=tuple(_unnamed(details)),
        blocks=blocks,
    )


def _requirements(blocks: Blocks, details: list[tuple[Details, int]]) -> LazyRequirements:
    """Return the requirements of a file.

    A ``# via`` comment that names no package of the file names the project itself, so that the
    requirement is a direct one. What ``pip freeze -r`` added below its heading is not direct.
    """
    unpositioned, first_lines = blocks.requirements()
    names = lru_cache(maxsize=1)(lambda: {requirement.name for requirement in unpositioned})
    heading = next((line for detail, line in details if detail.added_below), None)

    def finish(requirement: Requirement) -> Requirement:
        is_added = heading is not None and requirement.range.start.line > heading
        if is_added and requirement.origin is Origin.DIRECT:
            return replace(requirement, origin=Origin.VIA)
        if not requirement.via or names().issuperset(requirement.via):
            return requirement
        return replace(requirement, origin=Origin.DIRECT, via=())

    return LazyRequirements(unpositioned, first_lines, finish)


def _includes(details: list[tuple[Details, int]]) -> Iterator[Include]:
    for detail, start in details:
        if detail.include:
            yield replace(detail.include, range=moved(detail.include.range, start))


def _unnamed(details: list[tuple[Details, int]]) -> Iterator[LocalPackage]:
    for detail, start in details:
        if detail.unnamed:
            yield replace(detail.unnamed, range=moved(detail.unnamed.range, start))
