"""``framesage server``: the language server."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Run the server over stdio, or over TCP if a port is given."""
    return serve(args.tcp)


def serve(port: int | None = None) -> int:
    """Run the server over stdio, or over TCP on a local port; return 2 if it cannot listen."""
    from framesage.lsp.transport import serve as transport  # slow: imports pygls and lsprotocol

    if port is None:
        return transport.start_stdio()
    try:
        listening = transport.listen(port)
    except (OSError, OverflowError) as reason:
        from framesage.cli.stdio import error

        error(f"cannot listen on port {port}: {getattr(reason, 'strerror', None) or reason}")
        return 2
    return transport.start_tcp(listening)
