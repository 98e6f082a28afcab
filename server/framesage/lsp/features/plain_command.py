"""Code actions as commands, for clients that support nothing else (``codeActionLiteralSupport``).

An edit becomes a command whose argument is the edit, which the server asks the client to apply.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.lsp.server import FramesageServer

APPLY_EDIT = "framesage.applyEdit"
"""Takes a title and a ``WorkspaceEdit``. Asks the client to apply the edit."""

_log = logging.getLogger(__name__)


def register(server: FramesageServer) -> None:
    """Register the command."""

    @server.command(APPLY_EDIT)
    async def _apply_edit(title: str, edit: types.WorkspaceEdit) -> None:
        params = types.ApplyWorkspaceEditParams(edit, title)
        try:
            await server.workspace_apply_edit_async(params)
        except JsonRpcException as error:
            _log.warning("the editor did not apply an edit: %s", error)


def supports_literals(ls: FramesageServer) -> bool:
    """Return whether the client supports code actions that are not commands."""
    document = ls.client_capabilities.text_document
    support = document.code_action if document else None
    return bool(support and support.code_action_literal_support)


def plain_commands(
    ls: FramesageServer, actions: Iterable[types.CodeAction]
) -> Iterator[types.Command]:
    """Yield actions as commands, without those that the client cannot carry out."""
    workspace = ls.client_capabilities.workspace
    can_edit = bool(workspace and workspace.apply_edit)
    for action in actions:
        if action.edit and can_edit:
            yield types.Command(action.title, APPLY_EDIT, arguments=[action.title, action.edit])
        elif action.command and not action.edit:
            yield action.command
