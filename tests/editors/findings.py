"""The findings of the command line, to compare with those in an editor."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

FRAMESAGE = Path(sys.executable).with_name("framesage")
"""The program that is installed with the Python of the tests."""


class Finding(NamedTuple):
    """A finding: lines are counted from 0, the severity is Framesage's."""

    line: int
    severity: str
    rule: str
    message: str


def assessed(folder: Path) -> dict[str, Any]:
    """Return the JSON of ``framesage check`` for the project in a folder."""
    command = [FRAMESAGE, "check", "--format", "json", "--fail-on", "warning", str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode in (0, 1), done.stderr
    (project,) = json.loads(done.stdout)["projects"]
    return project


def command_line_finds(file: Path) -> list[Finding]:
    """Return the sorted findings of ``framesage check`` in a file."""
    return sorted(
        Finding(
            finding["range"]["start"]["line"],
            finding["severity"],
            finding["rule"],
            finding["message"],
        )
        for finding in assessed(file.parent)["findings"]
        if finding["file"] == file.name
    )


def explained(file: Path, offered: list[str]) -> str:
    """Return the message, on one line, of the rule that an offered action explains."""
    (rule,) = [title.split()[1] for title in offered if title.startswith("Explain ")]
    return plain(next(each.message for each in command_line_finds(file) if each.rule == rule))


def plain(message: str) -> str:
    """Return a message on one line, as some editors show it."""
    return " ".join(message.split())
