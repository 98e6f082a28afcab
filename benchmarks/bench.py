"""Measure Framesage beside other servers and tools, and write ``docs/performance.md``.

    python benchmarks/bench.py [--quick] [--python PYTHON] [--output FILE] [--only PART ...]

A quick run takes a minute and measures little of everything. To measure what users get, pass a
Python that has Framesage installed from a wheel. The tools to compare with are those in
``.cache/bench``, which ``make bench`` installs; those that are missing are left out.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from speed import check, engine, keys, memory, pack, scanning
from speed.page import page
from speed.results import Results
from speed.servers import missing, servers

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("keys", "memory", "scanning", "check", "engine", "pack")


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    sizes: tuple[int, ...] = keys.SIZES
    rounds: int = 5
    keys: int = 80
    edits: int = 20_000
    scanned: int = 1_000
    projects: tuple[int, ...] = (1_000, 5_000)
    repeats: int = 3
    rules: tuple[int, ...] = (50, 500, 5_000)
    pack: int = 5_000
    corpus: bool = True


QUICK = Extent((60,), 1, 10, 100, 50, (50,), 1, (50,), 50, corpus=False)


def measure(python: str, extent: Extent, parts: tuple[str, ...] = PARTS) -> Results:
    """Measure some parts, one after the other."""
    compared = servers(python)
    found = Results(missing=missing())
    if "check" in parts:  # first, while this process is small
        checks = check.measure(python, extent.projects, extent.repeats, corpus=extent.corpus)
        found.checked = {checked.name: checked for checked in checks}
    if "keys" in parts:
        found.keys = keys.measure(compared, extent.sizes, extent.rounds, extent.keys)
    if "memory" in parts:
        found.edits = extent.edits
        found.memory = {
            server.name: memory.measure(server, extent.edits) for server in compared[:2]
        }
    if "scanning" in parts:
        found.scanning = scanning.measure(compared[0], extent.scanned)
    if "engine" in parts:
        found.engine = {rules: engine.measure(rules) for rules in extent.rules}
    if "pack" in parts:
        found.rules_of_pack = extent.pack
        found.pack = pack.measure(compared[0], python, extent.pack)
    return found


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "performance.md")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    args = parser.parse_args()
    args.python = os.path.abspath(args.python)  # noqa: PTH100  # not resolved: it tells the venv
    found = measure(args.python, QUICK if args.quick else Extent(), tuple(args.only))
    text = page(found, _circumstances(args.python), quick=args.quick)
    args.output.write_text(text, encoding="utf-8")
    print(text)


def _circumstances(python: str) -> dict[str, str]:
    """Return what the page says about the run."""
    return {
        "machine": _machine(),
        "python": _output(python, "-c", "import platform; print(platform.python_version())"),
        "date": datetime.now(timezone.utc).date().isoformat(),
        "commit": _output("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"),
    }


def _machine() -> str:
    """Return the processor and the number of its cores."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    names = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return f"{os.cpu_count()} cores of {next(names, platform.processor() or platform.machine())}"


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


if __name__ == "__main__":
    main()
