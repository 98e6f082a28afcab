"""``initialize`` and ``initialized``: the beginning of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.transport.parent_watchdog import watchable

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Register the handlers."""
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)


def initialize(ls: FramesageServer, params: types.InitializeParams) -> None:
    """Apply the client's capabilities, and watch its process."""
    ls.initialization_options = params.initialization_options
    ls.negotiate()
    ls.editor = watchable(params.process_id)
    if ls.pulls_diagnostics and types.TEXT_DOCUMENT_DIAGNOSTIC not in ls.protocol.fm.features:
        from framesage.lsp.features import diagnostic, workspace_diagnostic

        diagnostic.register(ls)
        workspace_diagnostic.register(ls)


def initialized(ls: FramesageServer, _params: types.InitializedParams) -> None:
    """Call the features that may send requests only now, once however often it is said."""
    listeners, ls.on_initialized = ls.on_initialized, []
    for listener in listeners:
        listener(ls)
