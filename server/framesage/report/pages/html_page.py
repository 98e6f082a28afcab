"""A page as one HTML file: no network, no script, no other files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from framesage.report.html.markup import Markup, join, tag
from framesage.report.pages.model import Bullets, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from framesage.report.pages.model import Block, Item, Line, Page, Section, Span

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLES = ("palette.css", "rule.css")


def html_page(page: Page, url: Callable[[str], str]) -> str:
    """Return a document; ``url`` returns the URL of a target, "" if it has no page."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", page.title),
        tag("style", _style()),
    )
    sections = (_section(section, url) for section in page.sections)
    lead = tag("p", _line(page.lead, url), class_="lead")
    main = tag("main", tag("h1", page.title), lead, *sections)
    return f"<!doctype html>\n{tag('html', head, tag('body', main), lang='en')}\n"


@cache
def _style() -> Markup:
    assets = files("framesage.report.html") / "assets"
    return Markup("\n".join((assets / name).read_text(encoding="ascii") for name in _STYLES))


def _section(section: Section, url: Callable[[str], str]) -> Markup:
    blocks = (_block(block, url) for block in section.blocks)
    return tag("section", tag("h2", section.title), *blocks)


def _block(block: Block, url: Callable[[str], str]) -> Markup:
    if isinstance(block, Paragraph):
        return tag("p", _line(block.line, url))
    if isinstance(block, Bullets):
        return _list(block.items, url)
    return tag("pre", tag("code", block.text))


def _list(items: Iterable[Item], url: Callable[[str], str]) -> Markup:
    return tag("ul", *(_item(item, url) for item in items))


def _item(item: Item, url: Callable[[str], str]) -> Markup:
    return tag("li", _line(item.line, url), _list(item.parts, url) if item.parts else None)


def _line(line: Line, url: Callable[[str], str]) -> Markup:
    return join(_span(span, url(span.target) if span.target else "") for span in line)


def _span(span: Span, url: str) -> Markup:
    text = tag("code", span.text) if span.is_code else join([span.text])
    return tag("a", text, href=url) if url else text
