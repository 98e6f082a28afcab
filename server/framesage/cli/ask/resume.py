"""The command line with which a dialogue can be continued later."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.consultation.model import Answer


def command_line(path: Path, description: str, answers: Mapping[str, Answer]) -> str:
    """Return the command that asks about the same project with the same answers."""
    words = ["framesage", "ask", *([] if path == Path() else [str(path)])]
    if description:
        words += ["--describe", description]
    for trait, answer in answers.items():
        words += ["--answer", f"{trait}={answer.value}"]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
