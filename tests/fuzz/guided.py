"""Fuzz by coverage with atheris, where it is installed: ``python -m fuzz.guided --runs 20000``.

libFuzzer never returns, so that each target has a process of its own.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.watch import REGRESSIONS

LONGEST = 4_096
HERE = "fuzz.guided"


def run_target(name: str, runs: int) -> None:
    """Fuzz one target; an input that fails is written beside the regressions, and ends it."""
    import atheris  # type: ignore[import-not-found]

    with atheris.instrument_imports(include=["framesage"]):
        from fuzz.targets import TARGETS
    target = TARGETS[name]
    folder = REGRESSIONS / name
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(target.seeds()):
            Path(corpus, str(number)).write_bytes(seed[:LONGEST])
        limits = [f"-runs={runs}", f"-max_len={LONGEST}", "-timeout=60", "-print_final_stats=1"]
        atheris.Setup([HERE, *limits, f"-artifact_prefix={folder}/", corpus], target.check)
        atheris.Fuzz()


def run_all(names: list[str], runs: int) -> int:
    """Fuzz targets one after the other; return how many have a find."""
    finds = 0
    for name in names:
        command = [sys.executable, "-m", HERE, "--only", name, "--runs", str(runs)]
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False
        )
        finds += done.returncode != 0
        summary = [line for line in done.stderr.splitlines() if "DONE" in line or "units" in line]
        print(f"{name}: {'; '.join(summary) if done.returncode == 0 else done.stderr}", flush=True)
    return finds


def main() -> int:
    """Fuzz the targets that are named, or those that check a file quickly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--runs", type=int, default=20_000, help="for each target")
    parser.add_argument("--only", help="fuzz this target in this process")
    options = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: without fuzzing by coverage (pip install atheris)")
        return 0
    if options.only:  # before anything of Framesage is imported: atheris instruments imports
        run_target(options.only, options.runs)
    return bool(run_all(options.targets or quick_targets(), options.runs))


def quick_targets() -> list[str]:
    """Return the names of the targets that check a file quickly."""
    from fuzz.repetition import linear_targets

    return [target.name for target in linear_targets()]


if __name__ == "__main__":
    sys.exit(main())
