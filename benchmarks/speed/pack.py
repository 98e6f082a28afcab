"""What a pack of many rules costs on the command line and in the server."""

from __future__ import annotations

import tempfile
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from speed.client import running
from speed.documents import REQUIREMENTS, document
from speed.generated import write_rules
from speed.keys import settle
from speed.process import run
from speed.typist import Typist

if TYPE_CHECKING:
    from speed.servers import Server

_KEYS = 60


def measure(server: Server, python: str, rules: int) -> dict[str, float]:
    """Return the milliseconds of each use of a pack with some rules."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write_rules(root / "rules", rules)
        (root / "framesage.toml").write_text('rule-paths = ["rules"]\n', encoding="utf-8")
        path, text = root / REQUIREMENTS, document(REQUIREMENTS, 60)
        path.write_text(text, encoding="utf-8")
        check = [python, "-m", "framesage", "check", "."]
        tests = [python, "-m", "framesage", "rules", "check", "rules"]
        return {
            "`check` of one project": run(check, root).milliseconds,
            **_in_server(server, path, text),
            "`rules check` with two tests for each rule": run(tests, root).milliseconds,
        }


def _in_server(server: Server, path: Path, text: str) -> dict[str, float]:
    with running(server.command, path.parent) as client:
        typist = Typist(client, path, text)
        settle(typist)
        times = [typist.answer_to(edit) for edit in islice(typist.edits(), _KEYS)]
        return {
            "server, start to first diagnostics": typist.milliseconds_to_start,
            "server, key p50": median(times),
        }
