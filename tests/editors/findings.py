"""What the command line finds, in the terms in which every editor can be asked."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

FRAMESAGE = Path(sys.executable).with_name("framesage")
"""The program as it is installed beside the Python that runs the tests."""


class Finding(NamedTuple):
    """One diagnostic: 0-based lines, the severity as Framesage names it."""

    line: int
    severity: str
    rule: str
    message: str


def assessed(folder: Path) -> dict[str, Any]:
    """Return what ``framesage check`` says, as JSON, of the project in a folder."""
    command = [FRAMESAGE, "check", "--format", "json", "--fail-on", "warning", str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode in (0, 1), done.stderr
    (project,) = json.loads(done.stdout)["projects"]
    return project


def command_line_finds(file: Path) -> list[Finding]:
    """Return what ``framesage check`` finds in one file of the project in its folder, sorted."""
    return sorted(
        Finding(one["range"]["start"]["line"], one["severity"], one["rule"], one["message"])
        for one in assessed(file.parent)["findings"]
        if one["file"] == file.name
    )


def plain(message: str) -> str:
    """Return a message as editors that show one line per diagnostic have it."""
    return " ".join(message.split())
