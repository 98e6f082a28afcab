"""A new day: releases go out of support, and ignores expire, while the server is running."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from framesage.lsp.server import FramesageServer

INTERVAL = 60.0
"""Seconds between two looks at the calendar, which also notice a clock that was set."""


def register(server: FramesageServer) -> None:
    """Start to look once the session has begun."""
    server.on_initialized.append(_start)


def _start(ls: FramesageServer) -> None:
    _look(ls, ls.store.today())


def _look(ls: FramesageServer, before: date) -> None:
    today = ls.store.today()
    if today != before:
        ls.store.forget_assessments()
        ls.request_all_analyses()
    asyncio.get_running_loop().call_later(INTERVAL, _look, ls, today)
