"""``initialize`` and ``initialized``: the beginning of a session."""

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
    """Register the handlers."""
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)


def initialize(ls: FramesageServer, params: types.InitializeParams) -> None:
    """Apply the client's capabilities, and exit when its process ends."""
    ls.initialization_options = params.initialization_options
    ls.negotiate()
    if params.process_id:
        watch(asyncio.get_running_loop(), params.process_id, _exit)


def initialized(ls: FramesageServer, _params: types.InitializedParams) -> None:
    """Call the features that may send requests only now."""
    for listener in ls.on_initialized:
        listener(ls)


def _exit() -> None:
    _log.warning("the editor's process has ended; exiting")
    asyncio.get_running_loop().stop()
