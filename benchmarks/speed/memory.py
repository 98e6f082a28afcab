"""The memory of a server at its start and after many edits."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from speed.documents import PYPROJECT
from speed.keys import opened, settle
from speed.process import resident

if TYPE_CHECKING:
    from speed.servers import Server

_SIZE = 500


def measure(server: Server, edits: int) -> tuple[float, float]:
    """Return the MiB after the first diagnostics, and after some edits in a pyproject.toml."""
    with opened(server, PYPROJECT, _SIZE) as typist:
        settle(typist)
        pid = typist.client.process.pid
        before = resident(pid)
        for edit in islice(typist.edits(), edits):
            typist.answer_to(edit)
        settle(typist)
        return before, resident(pid)
