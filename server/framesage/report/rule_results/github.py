"""Issues as GitHub workflow commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.report.github import escaped, escaped_property
from framesage.report.locations import written_path

if TYPE_CHECKING:
    from pathlib import Path


def annotation(command: str, message: str, path: Path, line: int, column: int, base: Path) -> str:
    """Return a workflow command; a line of 0 means that there is no file."""
    values = {"title": "Framesage (rules)"}
    if line:
        values |= {"file": written_path(path, base), "line": str(line), "col": str(column)}
    properties = ",".join(f"{key}={escaped_property(value)}" for key, value in values.items())
    return f"::{command} {properties}::{escaped(message)}"
