"""Find the opening of a README: its title, and the first paragraphs that say what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.model import Metadata
from framesage.manifests.readme.conventions import is_about, is_aside, is_notice
from framesage.manifests.readme.passage import passage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.manifests.readme.blocks import Block
    from framesage.manifests.readme.passage import Passage
    from framesage.text import Source

LONGEST = 400
"""The most characters of prose."""
_ENOUGH = 40  # characters of prose; then the next heading ends the opening
_LONGEST_TITLE = 120


def find_opening(blocks: Iterable[Block], source: Source) -> Iterator[Metadata]:
    """Yield the title, and up to 400 characters of prose as an entry for each paragraph."""
    blocks = list(blocks)
    title = _title(blocks)
    if title:
        yield Metadata("title", title.text, title.range_in(source))
    # A quote is mostly a notice; a slogan in one counts if there is no other prose.
    passages = list(_prose(blocks, "paragraph")) or list(_prose(blocks, "quote"))
    for passage in _shortened(passages):
        yield Metadata("readme", passage.text, passage.range_in(source))


def _title(blocks: Sequence[Block]) -> Passage | None:
    """Return the first heading, unless it only names a section."""
    headings = (passage_of(block) for block in blocks if block.kind == "heading")
    first = next((heading for heading in headings if heading.text), None)
    if first is None or len(first.text) > _LONGEST_TITLE:
        return None
    return None if is_about(first.text) or is_aside(first.text) else first


def _prose(blocks: Iterable[Block], kind: str) -> Iterator[Passage]:
    """Yield the paragraphs of the first sections with prose, and the lists that they announce."""
    length, aside, announces_list = 0, 0, False
    for block in blocks:
        passage = passage_of(block)
        if block.kind == "heading":
            if not passage.text or (aside and block.level > aside):
                continue
            if length >= _ENOUGH and not is_about(passage.text):
                return
            aside = block.level if is_aside(passage.text) else 0
        elif not aside:
            is_wanted = block.kind == kind or (block.kind == "item" and announces_list)
            if is_wanted and passage.is_prose(block.kind) and not is_notice(passage.text):
                length += len(passage.text)
                yield passage
            if block.kind != "item":
                announces_list = is_wanted and passage.text.endswith(":")


def _shortened(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield whole passages and then sentences, up to the limit."""
    left = LONGEST
    for passage in passages:
        short = passage.shortened(left, at_sentences=left < LONGEST)
        if short.text:
            yield short
        left -= len(passage.text)
        if left <= 0:
            return
