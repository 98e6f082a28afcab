"""``workspace/executeCommand``: the command that explains a verdict or a rule.

The explanation is a page if the client can open documents, or else a message.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import path_of, uri_of
from framesage.lsp.markdown.markup import plain
from framesage.lsp.workspace.page_name import file_name
from framesage.project.atomic_write import put_text
from framesage.wording.verdict import DECLARE_WEB

if TYPE_CHECKING:
    import tempfile

    from framesage.lsp.markdown.explanation import Page
    from framesage.lsp.server import FramesageServer

EXPLAIN = "framesage.showExplanation"
"""Takes a document's URI and the id of a rule ("" for the project). Returns ``{"title",
"markdown"}``, or null if there is nothing to explain."""

CLIENT_EXPLAIN = "framesage.explain"
"""A client's own command for explanations, which takes a document's URI and, unless it is about the
project, the id of a rule. A client that has one names it in ``experimental.commands.commands`` of
its capabilities."""

NOT_A_WEB_APPLICATION = (
    "There is nothing to explain: this project does not look like a web application. "
    f"{DECLARE_WEB}."
)


def register(server: FramesageServer) -> None:
    """Register the command."""
    pages = PageFolder()

    @server.command(EXPLAIN)
    def _explain(uri: str, rule: str) -> dict[str, str] | None:
        page = _page(server, uri, rule)
        if page is None:
            _show_message(server, NOT_A_WEB_APPLICATION)
            return None
        _show_page(server, page, pages)
        return {"title": page.title, "markdown": page.markdown}


def explain_command(ls: FramesageServer, title: str, uri: str, rule: str = "") -> types.Command:
    """Return the command that explains a document's project, or a rule in it."""
    if has_command(ls, CLIENT_EXPLAIN):
        return types.Command(title, CLIENT_EXPLAIN, arguments=[uri, rule] if rule else [uri])
    return types.Command(title, EXPLAIN, arguments=[uri, rule])


def has_command(ls: FramesageServer, name: str) -> bool:
    """Return whether the client offers a command to servers, in the form of rust-analyzer's."""
    experimental = ls.client_capabilities.experimental
    commands = experimental.get("commands") if isinstance(experimental, Mapping) else None
    names = commands.get("commands") if isinstance(commands, Mapping) else None
    return isinstance(names, list | tuple) and name in names


class PageFolder:
    """Pages in a temporary folder, which is deleted when the server exits."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def write(self, page: Page) -> Path:
        """Write a page, over its previous version, and return its path."""
        if self._folder is None:
            import tempfile

            self._folder = tempfile.TemporaryDirectory(prefix="framesage-")
        path = Path(self._folder.name, file_name(page.title, ".md"))
        put_text(path, page.markdown)
        return path


def _page(ls: FramesageServer, uri: str, rule: str) -> Page | None:
    from framesage.lsp.markdown.explanation import project_page, rule_page

    path = path_of(uri)
    assessment = ls.store.assessment_of(path) if path else None
    if assessment is None or not assessment.web:
        return None
    if rule in assessment.rule_base.advice:
        return rule_page(assessment, rule)
    return project_page(assessment)


def _show_page(ls: FramesageServer, page: Page, pages: PageFolder) -> None:
    window = ls.client_capabilities.window
    support = window.show_document if window else None
    if support and support.support:
        uri = uri_of(pages.write(page))
        ls.window_show_document(types.ShowDocumentParams(uri, external=False, take_focus=True))
    else:
        _show_message(ls, plain(page.summary))


def _show_message(ls: FramesageServer, message: str) -> None:
    ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))
