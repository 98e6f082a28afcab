"""``framesage server``: the language server."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Serve over stdio, or over TCP on this machine where a port is given."""
    return serve(args.tcp)


def serve(port: int | None = None) -> int:
    """Serve over stdio, or over TCP on a port of this machine."""
    from framesage.lsp import start  # pygls and lsprotocol take a while: nobody else pays

    return start.start_stdio() if port is None else start.start_tcp(port)
