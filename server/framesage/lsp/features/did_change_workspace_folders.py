"""``workspace/didChangeWorkspaceFolders``: folders that were added or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.features.did_change_configuration import apply_again, request_settings

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Register the handler; pygls has updated the folders before it is called."""
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(did_change_workspace_folders)


def did_change_workspace_folders(
    ls: FramesageServer, _params: types.DidChangeWorkspaceFoldersParams
) -> None:
    """Apply the folders, request new analyses, and request the settings of new folders."""
    ls.update_folders()
    apply_again(ls)
    ls.request_all_analyses()
    request_settings(ls)
