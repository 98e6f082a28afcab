"""The keys of somebody who types while the server searches a workspace of many projects."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from speed.client import running
from speed.documents import REQUIREMENTS, document
from speed.generated import write_projects
from speed.typist import Typist

if TYPE_CHECKING:
    from speed.servers import Server

_SIZE = 60
_PAUSE = 0.02
"""Seconds between two keys: somebody who types gives the search time to go on."""


def measure(server: Server, projects: int) -> list[float]:
    """Return the milliseconds of each key from the first diagnostics to the end of the search."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write_projects(root / "shop", projects)
        path, text = root / "shop" / "open" / REQUIREMENTS, document(REQUIREMENTS, _SIZE)
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        with running(server.command, root / "shop") as client:
            return _keys_until_idle(Typist(client, path, text))


def _keys_until_idle(typist: Typist) -> list[float]:
    """Type until a second passes in which only the keys are answered."""
    times: list[float] = []
    idle_since = time.perf_counter()
    for edit in typist.edits():
        times.append(typist.answer_to(edit))
        end = time.perf_counter() + _PAUSE
        while (left := end - time.perf_counter()) > 0:
            if typist.client.receive(left):
                idle_since = time.perf_counter()
        if time.perf_counter() - idle_since > 1:
            break
    return times
