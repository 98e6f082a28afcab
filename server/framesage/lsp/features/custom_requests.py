"""What an editor's own interface asks of a project: the verdict in brief, or all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.lsp.conversion.positions import path_of, uri_of
from framesage.wording.phrases import verdict_words

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.lsp.server import FramesageServer

STATUS = "framesage/status"
EXPLAIN = "framesage/explain"
REPORT = "framesage/report"
"""Requests beyond LSP. All take ``{"textDocument": {"uri"}}``; null where nothing is to say."""


def register(server: FramesageServer) -> None:
    """Answer these requests."""
    server.feature(STATUS)(status)
    server.feature(EXPLAIN)(explain)
    server.feature(REPORT)(report)


def status(ls: FramesageServer, params: object) -> dict[str, str] | None:
    """Return ``{"text"}``: the verdict in a sentence without its full stop."""
    assessment = _assessment(ls, params)
    return {"text": f"Framesage: {verdict_words(assessment)}"} if assessment else None


def explain(ls: FramesageServer, params: object) -> dict[str, str] | None:
    """Return ``{"title", "markdown"}``: verdict, traits and what each requirement says."""
    assessment = _assessment(ls, params)
    if assessment is None:
        return None
    from framesage.lsp.markdown.explanation import project_page  # as for the report

    page = project_page(assessment)
    return {"title": page.title, "markdown": page.markdown}


def report(ls: FramesageServer, params: object) -> dict[str, str] | None:
    """Return ``{"title", "html"}``: the page that ``framesage report`` writes, for a webview.

    It needs nothing but itself, and allows its own style and script alone by their hashes. Where
    ``acquireVsCodeApi`` exists, a click on a line posts ``{"command": "open", "uri", "line",
    "character"}``: from 0, characters in UTF-16 units.
    """
    assessment = _assessment(ls, params)
    if assessment is None:
        return None
    from framesage.report.html import Paging, page  # asked for by hand: no start waits for it

    root = assessment.project.root
    title = f"Framesage on {assessment.project.start.name}"
    return {"title": title, "html": page([assessment], Paging(title, root.parent, uri_of))}


def _assessment(ls: FramesageServer, params: object) -> Assessment | None:
    """Return what is said of the document that the parameters name, as pygls hands them on."""
    uri = getattr(getattr(params, "textDocument", None), "uri", None)
    path = path_of(uri) if isinstance(uri, str) else None
    found = ls.store.assessment_of(path) if path else None
    return found if found and found.web else None
