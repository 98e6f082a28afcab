"""``framesage server``: the language server."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Serve over stdio, or over TCP on this machine where a port is given."""
    from framesage.lsp import start  # pygls and lsprotocol take a while: nobody else pays

    return start.start_stdio() if args.tcp is None else start.start_tcp(args.tcp)
