"""What ``framesage check`` costs, beside the start of Python and of other tools."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from speed.documents import REQUIREMENTS, document
from speed.generated import write_projects
from speed.process import run
from speed.servers import tool

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speed.process import Run

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "projects"
JSON, TEXT = ("--format", "json"), ("--format", "text")


@dataclass(frozen=True)
class Checked:
    """What was run, how long it took, and its memory at most."""

    name: str
    milliseconds: float
    mebibytes: float


def measure(python: str, counts: Sequence[int], repeats: int, *, corpus: bool) -> Iterator[Checked]:
    """Yield the medians of each command: on one project, on the corpus, on generated projects."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve()
        (folder / "one").mkdir()
        text = document(REQUIREMENTS, 60)
        (folder / "one" / REQUIREMENTS).write_text(text, encoding="utf-8")
        (folder / "one" / "app.py").write_text("import flask\n", encoding="utf-8")
        yield from _small(python, folder / "one", 3 * repeats)
        if corpus and CORPUS.is_dir():
            yield _checked("corpus", python, CORPUS, JSON, repeats)
        for count in counts:
            write_projects(folder / str(count), count)
            yield _checked(f"{count:,} projects", python, folder / str(count), JSON, repeats)
            if count == counts[0]:
                yield _checked(
                    f"{count:,} projects, text", python, folder / str(count), TEXT, repeats
                )


def _small(python: str, folder: Path, repeats: int) -> Iterator[Checked]:
    """Yield what is to be compared on one project; the commands are run in turn."""
    commands = {
        "Python alone": [python, "-c", ""],
        "one project": [python, "-m", "framesage", "check", "."],
        "one project, JSON": [python, "-m", "framesage", "check", ".", *JSON],
    }
    if deptry := tool("deptry"):
        commands["deptry"] = [deptry, "."]
    if ruff := tool("ruff"):
        commands["ruff"] = [ruff, "check", "--no-cache", "."]
    rounds = [
        {name: run(command, folder) for name, command in commands.items()}
        for _ in range(repeats + 1)
    ]
    for name in commands:
        yield _median(name, [runs[name] for runs in rounds[1:]])  # the first is to warm up


def _checked(name: str, python: str, folder: Path, options: Sequence[str], repeats: int) -> Checked:
    command = [python, "-m", "framesage", "check", str(folder), *options]
    return _median(name, [run(command, folder) for _ in range(repeats)])


def _median(name: str, runs: Sequence[Run]) -> Checked:
    return Checked(
        name, median(run.milliseconds for run in runs), median(run.mebibytes for run in runs)
    )
