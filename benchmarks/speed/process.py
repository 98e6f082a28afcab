"""The time and the memory that a process takes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from speed.client import environment

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIB = 1024
_SCRIPT = Path(__file__).with_name("measured_run.py")


@dataclass(frozen=True)
class Run:
    """How long a process ran, and the most memory that it had."""

    milliseconds: float
    mebibytes: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder; what it prints is thrown away."""
    measured = [sys.executable, "-I", "-S", str(_SCRIPT), *command]
    done = subprocess.run(
        measured, cwd=folder, env=environment(), capture_output=True, text=True, check=True
    )
    milliseconds, mebibytes, code = done.stdout.split()
    if code not in ("0", "1"):
        raise RuntimeError(f"exit code {code}: {' '.join(command)}")
    return Run(float(milliseconds), float(mebibytes))


def resident(pid: int) -> float:
    """Return the memory of a process in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / _KIB
    raise ProcessLookupError(pid)
