"""The command that explains: it shows a page where the client opens documents, else a message."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import path_of, uri_of
from framesage.lsp.markdown.markup import plain
from framesage.wording.phrases import IF_IT_IS_WEB

if TYPE_CHECKING:
    import tempfile
    from collections.abc import Sequence

    from framesage.advice.model import Assessment
    from framesage.lsp.markdown.explanation import Page
    from framesage.lsp.server import FramesageServer

COMMAND = "framesage.showExplanation"
"""Takes a document's URI, and the id of the rule to explain ("" for the project). Returns
``{"title", "markdown"}``, or null where nothing is to say."""

OWN_COMMAND = "framesage.explain"
"""What an editor names in ``experimental.commands.commands`` that has a page of its own for this,
and opens it by a document's URI."""

NOTHING = (
    "There is nothing to explain: this is no web application, as far as can be seen. "
    f"{IF_IT_IS_WEB}."
)


def register(server: FramesageServer) -> None:
    """Take the command."""
    pages = Pages()

    @server.command(COMMAND)
    def _show(uri: str, rule: str) -> dict[str, str] | None:
        page = _page(server, uri, rule)
        if page is None:
            _say(server, NOTHING)
            return None
        _show_page(server, page, pages)
        return {"title": page.title, "markdown": page.markdown}


def command(ls: FramesageServer, title: str, uri: str, rule: str = "") -> types.Command:
    """Return the command that explains a document's project, or a rule in it."""
    if OWN_COMMAND in _own_commands(ls.client_capabilities.experimental) and not rule:
        return types.Command(title, OWN_COMMAND, arguments=[uri])
    return types.Command(title, COMMAND, arguments=[uri, rule])


def _own_commands(experimental: object) -> Sequence[object]:
    """Return the client's own commands that a server may name (as rust-analyzer's clients say)."""
    commands = experimental.get("commands") if isinstance(experimental, Mapping) else None
    named = commands.get("commands") if isinstance(commands, Mapping) else None
    return named if isinstance(named, list | tuple) else ()


class Pages:
    """Pages that somebody asked to see, in the system's folder for such files while we run."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def write(self, page: Page) -> Path:
        """Write a page, over its last version; return its path."""
        if self._folder is None:
            import tempfile

            self._folder = tempfile.TemporaryDirectory(prefix="framesage-")
        path = Path(self._folder.name, f"{page.title}.md")
        path.write_text(page.markdown, encoding="utf-8")
        return path


def _page(ls: FramesageServer, uri: str, rule: str) -> Page | None:
    from framesage.lsp.markdown.explanation import project_page, rule_page  # no start waits for it

    path = path_of(uri)
    assessment: Assessment | None = ls.store.assessment_of(path) if path else None
    if assessment is None or not assessment.web:
        return None
    if rule in assessment.rule_base.advice:
        return rule_page(assessment, rule)
    return project_page(assessment)


def _show_page(ls: FramesageServer, page: Page, pages: Pages) -> None:
    window = ls.client_capabilities.window
    able = window.show_document if window else None
    if able and able.support:
        uri = uri_of(pages.write(page))
        ls.window_show_document(types.ShowDocumentParams(uri, external=False, take_focus=True))
    else:
        _say(ls, plain(page.brief))


def _say(ls: FramesageServer, message: str) -> None:
    ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))
