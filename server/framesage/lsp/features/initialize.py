"""The session's beginning and end."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.transport.parent_watchdog import watch

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer

_log = logging.getLogger(__name__)


def register(server: FramesageServer) -> None:
    """Watch the client's process, and take up what it can do."""
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)


def initialize(ls: FramesageServer, params: types.InitializeParams) -> None:
    """Take up what the client can do."""
    ls.initialization_options = params.initialization_options
    ls.negotiate()
    if params.process_id:
        watch(asyncio.get_running_loop(), params.process_id, _leave)


def initialized(ls: FramesageServer, _params: types.InitializedParams) -> None:
    """Let every feature do what it may only do from now on."""
    for start in ls.on_initialized:
        start(ls)


def _leave() -> None:
    _log.warning("the editor's process is gone; leaving")
    asyncio.get_running_loop().stop()
