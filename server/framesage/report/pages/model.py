"""A page: a title, an introduction and sections, made of a few kinds of blocks."""

from __future__ import annotations

import re

from framesage.frozen import frozen

_MARKED = re.compile(r"`([^`]+)`")


@frozen
class Span:
    """A run of text, perhaps as code, or the text of a link.

    A ``target`` is a page on the web, or a page about something: ``rule:ID``, ``trait:ID``.
    """

    text: str
    is_code: bool = False
    target: str = ""


Line = tuple[Span, ...]


@frozen
class Paragraph:
    """A paragraph."""

    line: Line


@frozen
class Item:
    """An entry of a list, with those below it."""

    line: Line
    parts: tuple[Item, ...] = ()


@frozen
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@frozen
class Snippet:
    """Text of a file or of a terminal, in a language."""

    language: str
    text: str


Block = Paragraph | Bullets | Snippet


@frozen
class Section:
    """A part of a page with a heading."""

    title: str
    blocks: tuple[Block, ...]


@frozen
class Page:
    """A whole page; ``lead`` is a sentence below the title."""

    title: str
    lead: Line
    sections: tuple[Section, ...]


def spans(prose: str) -> Line:
    """Return the spans of a sentence in which `code` is marked as in Markdown."""
    parts = _MARKED.split(prose)  # text and code in turns
    return tuple(Span(part, bool(number % 2)) for number, part in enumerate(parts) if part)


def paragraph(prose: str) -> Paragraph:
    """Return a paragraph of a sentence in which `code` is marked as in Markdown."""
    return Paragraph(spans(prose))


def bullets(*lines: Line) -> Bullets:
    """Return a list without further levels."""
    return Bullets(tuple(map(Item, lines)))
