"""The goals, and whether they are met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speed.documents import FILES, PYPROJECT
from speed.results import Results, percentile
from speed.servers import BARE, FRAMESAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

_GOAL_SIZES = (60, 500, 2_500)


@dataclass(frozen=True)
class Goal:
    """What is measured, the figure, and the highest figure that meets the goal."""

    name: str
    figure: float | None
    at_most: float
    unit: str

    @property
    def is_met(self) -> bool:
        """Return whether the goal is met."""
        return self.figure is not None and self.figure <= self.at_most


def goals(found: Results) -> list[Goal]:
    """Return the goals of what was measured."""
    all_goals = (*_keys(found), *_answers(found), *_server(found), *_check(found))
    return [goal for goal in all_goals if goal.figure is not None]


def _keys(found: Results) -> Iterator[Goal]:
    for file in FILES:
        for size in _GOAL_SIZES:
            of = f"{file}, {size:,} requirements"
            yield Goal(f"key, p50, {of}", found.ratio("key", file, size), 1.5, "×")
            yield Goal(f"key, p99, {of}", found.ratio("key", file, size, 99), 4, "×")
            yield Goal(f"key that changes a fact, {of}", found.ratio("fact", file, size), 4, "×")
        name = f"key, p50, {file}, 10,000 requirements"
        yield Goal(name, found.ratio("key", file, 10_000), 3.5, "×")
    for size in (*_GOAL_SIZES, 10_000):
        ours = percentile(found.times(FRAMESAGE, PYPROJECT, size).key, 50)
        other = percentile(found.times("tombi", PYPROJECT, size).key, 50)
        share = ours / other if ours and other else None
        yield Goal(f"key, p50, {size:,} requirements, beside tombi", share, 1, "× tombi")


def _answers(found: Results) -> Iterator[Goal]:
    for file in FILES:
        times = found.times(FRAMESAGE, file, 2_500)
        of = f"{file}, 2,500 requirements"
        yield Goal(f"50 keys at once, {of}", percentile(times.burst, 50), 50, "ms")
        yield Goal(f"50 keys at once, {of}", percentile(times.answers, 50), 1, "analyses")
        yield Goal(f"hover, {of}", percentile(times.hover, 50), 5, "ms")


def _server(found: Results) -> Iterator[Goal]:
    yield Goal("start to first diagnostics", found.start_ratio(), 0.55, "×")
    if found.memory:
        above = found.memory[FRAMESAGE][1] - found.memory[BARE][1]
        name = f"memory after {found.edits:,} edits, above the bare server"
        yield Goal(name, above, 12, "MiB")
    slowest = max(found.scanning, default=None)
    yield Goal("slowest key while a workspace is searched", slowest, 20, "ms")


def _check(found: Results) -> Iterator[Goal]:
    checked = found.checked
    if "one project" in checked:
        above = checked["one project"].milliseconds - checked["Python alone"].milliseconds
        yield Goal("`check` of one project, above Python alone", above, 100, "ms")
    if "corpus" in checked:
        yield Goal("`check` of the corpus", checked["corpus"].milliseconds, 1_200, "ms")
    if "1,000 projects" in checked:
        large = checked["1,000 projects"]
        yield Goal("`check` of 1,000 projects", large.milliseconds, 3_000, "ms")
        yield Goal("`check` of 1,000 projects, memory", large.mebibytes, 120, "MiB")
