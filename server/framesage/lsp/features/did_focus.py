"""``framesage/didFocus``: the user came back to the editor, and may have changed files elsewhere.

LSP has no such notification. A client can send it without parameters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer

DID_FOCUS = "framesage/didFocus"


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(DID_FOCUS)(did_focus)


def did_focus(ls: FramesageServer, _params: object) -> None:
    """Look for changes on the disk."""
    ls.look_at_disk()
