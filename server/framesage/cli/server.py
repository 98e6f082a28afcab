"""``framesage server``: the language server."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Serve over stdio, or over TCP on this machine where a port is given."""
    return serve(args.tcp)


def serve(port: int | None = None) -> int:
    """Serve over stdio, or over TCP on a port of this machine; return 2 if that cannot be had."""
    from framesage.lsp.transport import (
        serve as transport,
    )  # pygls and lsprotocol take a while: nobody else pays

    if port is None:
        return transport.start_stdio()
    try:
        listening = transport.listen(port)
    except (OSError, OverflowError) as error:
        from framesage.cli.stdio import complain

        complain(f"port {port} cannot be used: {getattr(error, 'strerror', None) or error}")
        return 2
    return transport.start_tcp(listening)
