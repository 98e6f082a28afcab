"""All that one run of the benchmark found, and the figures that are taken from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from speed.keys import Case, Times
from speed.servers import BARE, FRAMESAGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from speed.check import Checked


@dataclass
class Results:
    """The figures, in milliseconds and MiB."""

    keys: Mapping[Case, Times] = field(default_factory=dict)
    memory: dict[str, tuple[float, float]] = field(default_factory=dict)
    edits: int = 0
    scanning: Sequence[float] = ()
    checked: dict[str, Checked] = field(default_factory=dict)
    engine: dict[int, tuple[float, float | None]] = field(default_factory=dict)
    pack: dict[str, float] = field(default_factory=dict)
    rules_of_pack: int = 0
    missing: Sequence[str] = ()

    def times(self, server: str, file: str, size: int) -> Times:
        """Return the times of a server; all are empty if it was not measured."""
        return self.keys.get(Case(server, file, size), Times())

    def ratio(self, event: str, file: str, size: int, percent: int = 50) -> float | None:
        """Return how many times as long as the bare server Framesage takes."""
        ours = percentile(getattr(self.times(FRAMESAGE, file, size), event), percent)
        bare = percentile(getattr(self.times(BARE, file, size), event), percent)
        return ours / bare if ours is not None and bare else None

    def start_ratio(self) -> float | None:
        """Return the ratio of the starts, over all files and sizes up to 500 requirements."""
        ours, bare = (
            [ms for case, found in self.keys.items() if case.server == name and case.size <= 500
             for ms in found.start]
            for name in (FRAMESAGE, BARE)
        )  # fmt: skip
        return median(ours) / median(bare) if ours and bare else None


def percentile(values: Sequence[float], percent: int) -> float | None:
    """Return a percentile, or None without values."""
    ranked = sorted(values)
    return (
        ranked[min(len(ranked) - 1, round(percent / 100 * (len(ranked) - 1)))] if ranked else None
    )
