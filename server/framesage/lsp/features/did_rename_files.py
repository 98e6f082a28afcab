"""``workspace/didCreateFiles``, ``didRenameFiles`` and ``didDeleteFiles``, also for folders."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.features.did_change_watched_files import handle_changes

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer

_EVERYTHING = types.FileOperationRegistrationOptions(
    [types.FileOperationFilter(types.FileOperationPattern("**/*"), scheme="file")]
)


def register(server: FramesageServer) -> None:
    """Register the handlers."""
    server.feature(types.WORKSPACE_DID_CREATE_FILES, _EVERYTHING)(did_create_files)
    server.feature(types.WORKSPACE_DID_RENAME_FILES, _EVERYTHING)(did_rename_files)
    server.feature(types.WORKSPACE_DID_DELETE_FILES, _EVERYTHING)(did_delete_files)


def did_create_files(ls: FramesageServer, params: types.CreateFilesParams) -> None:
    """Handle files and folders that the user created in the editor."""
    handle_changes(ls, [file.uri for file in params.files])


def did_rename_files(ls: FramesageServer, params: types.RenameFilesParams) -> None:
    """Handle files and folders that the user renamed or moved in the editor."""
    handle_changes(ls, chain.from_iterable((file.old_uri, file.new_uri) for file in params.files))


def did_delete_files(ls: FramesageServer, params: types.DeleteFilesParams) -> None:
    """Handle files and folders that the user deleted in the editor."""
    handle_changes(ls, [file.uri for file in params.files])
