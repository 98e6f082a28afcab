"""Find the opening of a README: its title, and the first paragraphs that say what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.model import Metadata
from framesage.manifests.readme.conventions import is_about, is_aside, is_notice
from framesage.manifests.readme.passage import passage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.manifests.readme.blocks import Block
    from framesage.manifests.readme.passage import Passage
    from framesage.text import Source

LONGEST = 500
"""The most characters of prose."""
_ENOUGH = 40  # characters of prose; then the next heading ends the opening
_LONGEST_TITLE = 120


class Section(NamedTuple):
    """A heading, or "" before the first one, and the blocks below it."""

    heading: str
    blocks: list[Block]


def find_opening(blocks: Iterable[Block], source: Source) -> Iterator[Metadata]:
    """Yield the title, and up to 500 characters of prose: an entry for each paragraph or item."""
    blocks = list(blocks)
    prose = list(_prose(blocks))
    title = _title(blocks)
    if title and not (prose and prose[0].first_line < title.first_line):
        yield Metadata("title", title.text, title.range_in(source))
    for passage in _shortened(prose):
        yield Metadata("readme", passage.text, passage.range_in(source))


def _title(blocks: Iterable[Block]) -> Passage | None:
    """Return the first heading, unless it only names a section."""
    headings = (passage_of(block) for block in blocks if block.kind == "heading")
    first = next((heading for heading in headings if heading.lines), None)
    if first is None or len(first.text) > _LONGEST_TITLE:
        return None
    return None if is_about(first.text) or is_aside(first.text) else first


def _prose(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Yield the prose of the first section that has some, and of features directly after it."""
    length = 0
    for section in _sections(blocks):
        if length >= _ENOUGH and not is_about(section.heading):
            return
        for passage in _passages(section, is_start=length == 0):
            length += len(passage.text)
            yield passage


def _sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """Yield the sections that may say what the project is; others are left out with theirs."""
    section, aside = Section("", []), 0
    for block in blocks:
        heading = passage_of(block).text if block.kind == "heading" else ""
        if block.kind != "heading":
            section.blocks.append(block)
        elif heading and not (aside and block.level > aside):
            if not aside:
                yield section
            section = Section(heading, [])
            aside = block.level if is_aside(heading) else 0
    if not aside:
        yield section


def _passages(section: Section, *, is_start: bool) -> Iterator[Passage]:
    """Yield the paragraphs of a section, and the items of the lists that are announced.

    A quote is prose only at the start, where it is a slogan. What announces something other than a
    list, such as an example in code, is left out.
    """
    announcement: Passage | None = None
    has_lists = is_about(section.heading)
    for block in section.blocks:
        passage = passage_of(block)
        is_prose = passage.is_prose and not is_notice(passage.text)
        if block.kind == "item" and (has_lists or announcement) and is_prose:
            if announcement and announcement.is_prose:
                yield announcement
            has_lists, announcement = True, None
            yield passage
        elif block.kind != "item":
            has_lists = is_about(section.heading)
            announcement = passage if passage.text.endswith(":") else None
            if is_prose and not announcement and (block.kind == "paragraph" or is_start):
                is_start = False
                yield passage


def _shortened(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield whole passages and then sentences, up to the limit."""
    left = LONGEST
    for passage in passages:
        short = passage.shortened(left, at_sentences=left < LONGEST)
        if short.lines:
            yield short
        left -= len(passage.text)
        if left <= 0:
            return
