"""A page as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.report.markdown import address
from framesage.report.pages.model import Bullets, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from framesage.report.pages.model import Block, Item, Line, Page, Span

_SPECIAL = re.compile(r"[\\`*_\[\]<>{}#|]")


def markdown_page(page: Page, url: Callable[[str], str]) -> str:
    """Return a page; ``url`` returns the URL of a target, "" if it has no page."""
    return "\n\n".join(_parts(page, url)) + "\n"


def markdown_line(line: Line, url: Callable[[str], str]) -> str:
    """Return a line of text."""
    return "".join(_span(span, url(span.target) if span.target else "") for span in line)


def _parts(page: Page, url: Callable[[str], str]) -> Iterator[str]:
    yield f"# {_escaped(page.title)}"
    if page.lead:
        yield markdown_line(page.lead, url)
    for section in page.sections:
        yield f"## {_escaped(section.title)}"
        yield from (_block(block, url) for block in section.blocks)


def _block(block: Block, url: Callable[[str], str]) -> str:
    if isinstance(block, Paragraph):
        return markdown_line(block.line, url)
    if isinstance(block, Bullets):
        return "\n".join(_items(block.items, url))
    return f"```{block.language}\n{block.text.rstrip()}\n```"


def _items(items: Iterable[Item], url: Callable[[str], str], indent: str = "") -> Iterator[str]:
    for item in items:
        yield f"{indent}- {markdown_line(item.line, url)}"
        yield from _items(item.parts, url, f"{indent}    ")


def _span(span: Span, url: str) -> str:
    text = f"`{span.text}`" if span.is_code else _escaped(span.text)
    return f"[{text}]({address(url)})" if url else text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
