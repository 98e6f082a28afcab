"""Read a requirements file."""

from __future__ import annotations

from dataclasses import field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.headings import find_heading
from framesage.manifests.lazy_requirements import LazyRequirements, moved
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Include, LocalPackage, Origin, Requirement
from framesage.manifests.numbered import Numbered
from framesage.manifests.requirements.block_reader import block_reader
from framesage.manifests.requirements.blocks import Blocks, read_blocks, reread_blocks
from framesage.manifests.suppression_comments import find_ignores, find_mentions, mentions_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.requirements.blocks import Details
    from framesage.text import ChangedLines, Source


@frozen(slots=False)
class RequirementsFile(Manifest):
    """A requirements file, with its blocks and the lines that mention Framesage, which speed up
    reading it again after an edit."""

    blocks: Blocks = field(default=Blocks(), compare=False, repr=False)
    mentions: Numbered[str] = field(default=Numbered(), compare=False, repr=False)

    @cached_property
    def is_frozen(self) -> bool:
        """Whether there are requirements, and all of them have one version, as tools write them."""
        return bool(self.requirements) and not self.blocks.loose


def read_requirements(source: Source) -> RequirementsFile:
    """Read a requirements file, or a constraints file as of its name."""
    blocks = read_blocks(source.lines, block_reader(source))
    return _file(source, blocks, find_mentions(source), None)


def reread_requirements(
    before: RequirementsFile, source: Source, change: ChangedLines
) -> RequirementsFile:
    """Read the same file again after an edit; only what the edit touched is parsed."""
    old, lines = before.source.lines, source.lines
    blocks = reread_blocks(before.blocks, change, old, lines, block_reader(source))
    mentions = before.mentions.edited(change, mentions_on(lines, change.first, change.after))
    return _file(source, blocks, mentions, before.requirements)


def _file(
    source: Source, blocks: Blocks, mentions: Numbered[str], before: LazyRequirements | None
) -> RequirementsFile:
    details = [*zip(blocks.details.items, blocks.details.lines, strict=True)]
    requirements = _requirements(blocks, details, before)
    heading = find_heading(source.lines)
    return RequirementsFile(
        source,
        "requirements",
        requirements=requirements,
        includes=tuple(_includes(details)),
        anchors=tuple(requirement.name_range for requirement in requirements[:1]),
        ignores=tuple(find_ignores(source.lines, mentions)),
        compiled=heading is not None or bool(blocks.annotated.items),
        heading=heading,
        multiple_per_line=tuple(
            moved(detail.further, start) for detail, start in details if detail.further
        ),
        unnamed=tuple(_unnamed(details)),
        blocks=blocks,
        mentions=mentions,
    )


def _requirements(
    blocks: Blocks, details: list[tuple[Details, int]], before: LazyRequirements | None
) -> LazyRequirements:
    """Return the requirements of a file.

    A ``# via`` comment that names no package of the file names the project itself, so that the
    requirement is a direct one. What ``pip freeze -r`` added below its heading is not direct.
    """
    unpositioned = blocks.requirements.items
    names = lru_cache(maxsize=1)(lambda: {requirement.name for requirement in unpositioned})
    heading = next((line for detail, line in details if detail.added_below), None)

    def finish(requirement: Requirement) -> Requirement:
        is_added = heading is not None and requirement.range.start.line > heading
        if is_added and requirement.origin is Origin.DIRECT:
            return replace(requirement, origin=Origin.VIA)
        if not requirement.via or names().issuperset(requirement.via):
            return requirement
        return replace(requirement, origin=Origin.DIRECT, via=())

    return LazyRequirements(unpositioned, blocks.requirements.lines, finish, before)


def _includes(details: list[tuple[Details, int]]) -> Iterator[Include]:
    for detail, start in details:
        if detail.include:
            yield replace(detail.include, range=moved(detail.include.range, start))


def _unnamed(details: list[tuple[Details, int]]) -> Iterator[LocalPackage]:
    for detail, start in details:
        if detail.unnamed:
            yield replace(detail.unnamed, range=moved(detail.unnamed.range, start))
