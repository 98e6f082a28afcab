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
_LABEL_WORDS = 3
_LOWEST = 7  # the level of labels, below that of headings


class Section(NamedTuple):
    """A heading, or None before the first one, and what is below it with its kind of block."""

    heading: Passage | None
    parts: list[tuple[str, Passage]]

    @property
    def is_about(self) -> bool:
        """Whether the heading only announces what the project is or does."""
        return self.heading is not None and is_about(self.heading.text)


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
    """Return the first heading, unless it only names a section: "Quick start"."""
    headings = (passage_of(block) for block in blocks if block.kind == "heading")
    first = next((heading for heading in headings if heading.lines), None)
    if first is None or len(first.text) > _LONGEST_TITLE:
        return None
    return None if is_about(first.text) or _is_aside(first, is_first=True) else first


def _prose(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Yield the prose of the first section that has some, and of features directly after it.

    A heading below the title that is a sentence is prose, too.
    """
    length = 0
    for number, section in enumerate(_sections(blocks)):
        if length >= _ENOUGH and not section.is_about:
            return
        heading = section.heading if number > 1 and not length else None
        subtitle = [heading] if heading and heading.is_subtitle and not section.is_about else []
        for passage in (*subtitle, *_passages(section, before=length)):
            length += len(passage.text)
            yield passage


def _sections(blocks: Iterable[Block]) -> Iterator[Section]:
    """Yield the sections that may say what the project is; others are left out with theirs.

    A paragraph such as "Features:" is the heading of a section, too.
    """
    section, aside = Section(None, []), 0
    for block in blocks:
        passage, level = passage_of(block), block.level or _LOWEST
        if block.kind != "heading" and not (block.kind == "paragraph" and _is_label(passage)):
            section.parts.append((block.kind, passage))
        elif passage.lines and not (aside and level > aside):
            if not aside:
                yield section
            aside = level if _is_aside(passage, is_first=section.heading is None) else 0
            section = Section(passage, [])
    if not aside:
        yield section


def _is_aside(heading: Passage, *, is_first: bool) -> bool:
    """Return whether a heading begins an aside; a long first one is a title: "Deploying a shop"."""
    is_long = len(heading.text.split()) > _LABEL_WORDS
    is_title = is_first and is_long and not is_notice(heading.text)
    return not is_title and is_aside(heading.text)


def _is_label(passage: Passage) -> bool:
    text = passage.text
    is_short = len(text.split()) <= _LABEL_WORDS and not text.endswith((".", "!", "?"))
    return is_short and (is_about(text) or is_aside(text))


def _passages(section: Section, *, before: int) -> Iterator[Passage]:
    """Yield the paragraphs of a section and the items of its lists.

    An item that nothing announces needs as many words as a paragraph. A quote is prose only at the
    start or after a few words, where it is a slogan or adds to one. What announces something other
    than a list, such as an example in code, is left out.
    """
    announcement: Passage | None = None
    is_announced, length = section.is_about, before
    for kind, passage in section.parts:
        is_prose = passage.is_prose and not is_notice(passage.text)
        if kind == "item":
            is_announced = is_announced or announcement is not None
            if is_prose or (is_announced and passage.unlinked):
                if announcement and announcement.is_prose:
                    yield announcement
                announcement = None
                yield passage
        else:
            is_announced = section.is_about
            announcement = passage if passage.text.endswith(":") else None
            if is_prose and not announcement and (kind == "paragraph" or length < _ENOUGH):
                length += len(passage.text)
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
