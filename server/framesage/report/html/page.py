"""The whole page: its security policy, style and script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from framesage.report.html.body import main
from framesage.report.html.markup import Markup, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.advice.model import Assessment
    from framesage.report.html.links import Paging

STYLES = ("palette.css", "page.css", "sections.css", "picture.css", "editor.css", "media.css")
SCRIPTS = ("page.js", "editor.js")
_WRAPPED = "(() => {{\n{}}})();\n"  # in a classic script, all top-level names would be global


def page(assessments: Sequence[Assessment], paging: Paging) -> str:
    """Return a document in HTML."""
    style, script = _style(), _script()
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", paging.title),
        tag("style", style),
    )
    body = tag("body", main(assessments, paging), tag("script", script))
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


@cache
def _style() -> Markup:
    return Markup("\n".join(map(_asset, STYLES)))


@cache
def _script() -> Markup:
    return Markup('"use strict";\n' + "".join(_WRAPPED.format(_asset(name)) for name in SCRIPTS))


def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text(encoding="ascii")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
