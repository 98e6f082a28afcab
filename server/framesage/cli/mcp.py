"""``framesage mcp``: the server for assistants."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

_INSTALL = "assistants need the MCP SDK 2.0 or later: pip install 'framesage[mcp]'"


def run(_args: argparse.Namespace) -> int:
    """Run the server over stdio; return 2 if the MCP SDK is not installed."""
    try:
        from framesage.mcp.server import serve
    except ModuleNotFoundError:  # also of an older SDK, which has other modules
        from framesage.cli.stdio import error

        error(_INSTALL)
        return 2
    serve()
    return 0
