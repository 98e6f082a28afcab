"""The commands for ignoring a finding: check a reason, write it, and show where it is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer

CHECK_REASON = "framesage.checkReason"
"""Takes ``{"uri", "scope", "reason"}``. Returns what is wrong with the reason, "" if nothing."""

WRITE_IGNORE = "framesage.writeIgnore"
"""Takes ``{"uri", "rule", "position", "scope", "reason"}``. Returns ``{"applied", "text",
"message"}``, and after an edit the ``uri`` and ``range`` of the reason."""

SELECT = "framesage.select"
"""Takes the URI of a document and a range in it. Shows the document with the range selected."""

CLIENT_IGNORE = "framesage.ignore"
"""A client's own command that asks for the reason. It takes ``{"uri", "ignores"}`` with a list of
``{"rule", "position", "scopes"}``, whose scopes are ``{"scope", "file"}``. A client that has one
names it in ``experimental.commands.commands`` of its capabilities."""


def register(server: FramesageServer) -> None:
    """Register the commands."""

    @server.command(CHECK_REASON)
    def _check_reason(ls: Any, arguments: Any) -> str:  # noqa: ANN401 - JSON
        from framesage.lsp.ignore.requests import check_reason

        return check_reason(ls, arguments)

    @server.command(WRITE_IGNORE)
    async def _write_ignore(ls: Any, arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
        from framesage.lsp.ignore.requests import write_ignore

        return await write_ignore(ls, arguments)

    @server.command(SELECT)
    def _select(uri: str, selection: types.Range) -> None:
        params = types.ShowDocumentParams(uri, take_focus=True, selection=selection)
        server.window_show_document(params)


def select_command(ls: FramesageServer, title: str, at: types.Location) -> types.Command | None:
    """Return the command that selects a text, for after an edit; None if the client cannot."""
    window = ls.client_capabilities.window
    support = window.show_document if window else None
    if not (support and support.support):
        return None
    return types.Command(title, SELECT, arguments=[at.uri, at.range])
