"""``framesage/status`` and ``framesage/report``: requests beyond LSP, for an editor's own views.

Both take ``{"textDocument": {"uri"}}`` and return null if the document is not a dependency file of
a web application; the status is also that of a project that may become one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.to_do import short_headline
from framesage.analysis.open_choice import has_open_choice
from framesage.analysis.verdict import differs_from_use
from framesage.lsp.conversion.positions import path_of
from framesage.text import LONGEST_LABEL, in_one_line
from framesage.wording.dialogue import candidates_question

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.lsp.server import FramesageServer

STATUS = "framesage/status"
REPORT = "framesage/report"


def register(server: FramesageServer) -> None:
    """Register the handlers."""
    server.feature(STATUS)(status)
    server.feature(REPORT)(report)


def status(ls: FramesageServer, params: object) -> dict[str, str | bool] | None:
    """Return ``{"text", "open", "question", "differs"}``: the verdict in a sentence without its
    full stop; whether the project has not chosen a framework, so that a dialogue can help; the
    question that the dialogue answers; and whether the verdict is another framework than the one in
    use."""
    assessment = _assessment(ls, params)
    if assessment is None:
        return None
    is_open = has_open_choice(assessment)
    if not (assessment.web or is_open):
        return None
    headline = short_headline(assessment) if assessment.web else "no framework yet"
    return {
        "text": f"Framesage: {headline}",
        "open": is_open,
        "question": candidates_question(assessment.rule_base),
        "differs": differs_from_use(assessment),
    }


def report(ls: FramesageServer, params: object) -> dict[str, str] | None:
    """Return ``{"title", "root", "html"}``: the name of the project, the URI of its folder, and the
    page that ``framesage report`` writes, for a webview.

    The page is self-contained; its content security policy allows only its own style and script,
    by their hashes. If ``acquireVsCodeApi`` exists, it exchanges messages with the editor, which
    ``docs/how-to/report.md`` describes.
    """
    assessment = _assessment(ls, params)
    if assessment is None or not assessment.web:
        return None
    from framesage.report.html import Paging, page

    project = assessment.project
    name = in_one_line(project.start.name, LONGEST_LABEL)
    question = candidates_question(assessment.rule_base)
    html = page([assessment], Paging(f"{name}: {question}", project.root.parent, ls.uri_of))
    for listener in ls.on_report:
        listener(assessment)
    return {"title": name, "root": ls.uri_of(project.root), "html": html}


def _assessment(ls: FramesageServer, params: object) -> Assessment | None:
    uri = getattr(getattr(params, "textDocument", None), "uri", None)
    path = path_of(uri) if isinstance(uri, str) else None
    return ls.store.assessment_of(path) if path else None
