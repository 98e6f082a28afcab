"""Look for time that grows faster than the input: ``python -m fuzz.repetition --runs 2000``.

An input is a start, a unit that is repeated, and an end. With four times the units, linear time is
four times as long, and quadratic time sixteen times.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from framesage import memory
from fuzz.mutation import PIECES
from fuzz.targets import TARGETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fuzz.target import Target

SIZE = 4_000
"""Bytes of the shorter input."""
MOST_RATIO = 9
NOISE = 0.02
"""Seconds: shorter times are not compared."""
REPEATS = 3
CHEAP = 0.3
"""Targets of less weight take too long for this: they are made of the others."""


class Repeated(NamedTuple):
    """A start, a unit to repeat, and an end."""

    start: bytes
    unit: bytes
    end: bytes

    def bytes_of(self, size: int) -> bytes:
        """Return an input of about a number of bytes."""
        return self.start + self.unit * (size // len(self.unit)) + self.end


def drawn(seeds: Sequence[bytes], chance: random.Random) -> Repeated:
    """Return an input of pieces, and of the parts of seeds."""
    start, end = (_part(seeds, chance, 60) if chance.random() < 0.7 else b"" for _ in range(2))
    pieces = [*chance.choices(PIECES, k=chance.choice((1, 1, 2, 3))), _part(seeds, chance, 12)]
    unit = b"".join(chance.sample(pieces, chance.randint(1, len(pieces))))[:60]
    return Repeated(start, unit or b"a", end)


def _part(seeds: Sequence[bytes], chance: random.Random, longest: int) -> bytes:
    data = chance.choice(seeds)
    at = chance.randrange(len(data) + 1)
    return data[at : at + chance.randint(1, longest)]


def ratio(target: Target, repeated: Repeated) -> float:
    """Return how much longer four times the input takes; 1 if that is too short to be measured."""
    short = seconds(target, repeated.bytes_of(SIZE))
    long = seconds(target, repeated.bytes_of(4 * SIZE))
    return 1 if long < NOISE else long / max(short, NOISE / 16)


def seconds(target: Target, data: bytes) -> float:
    """Return the processor time for an input, without remembered results."""
    memory.forget()
    start = time.process_time()
    target.check(data)
    return time.process_time() - start


def is_linear(target: Target, repeated: Repeated) -> bool:
    """Return whether the best of some ratios is nearer to linear than to quadratic time."""
    return any(ratio(target, repeated) <= MOST_RATIO for _ in range(REPEATS))


def suspects(target: Target, runs: int, seed: int) -> list[Repeated]:
    """Return the repetitions for which a target takes more than linear time."""
    chance, seeds = random.Random(seed), target.seeds()
    target.check(seeds[0])  # loads what is loaded once
    gc.freeze()  # a collection then looks at the input only
    found = (drawn(seeds, chance) for _ in range(runs))
    return [repeated for repeated in found if not is_linear(target, repeated)]


def linear_targets() -> list[Target]:
    """Return the targets that are quick enough."""
    return [target for target in TARGETS.values() if target.weight >= CHEAP and target.mutates]


def main() -> int:
    """Print each suspect, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=300, help="for each target")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    count = 0
    for target in linear_targets():
        for found in suspects(target, options.runs, options.seed):
            count += 1
            taken = seconds(target, found.bytes_of(4 * SIZE))
            print(f"{target.name}: {found} takes {taken:.2f} s", flush=True)
    runs = len(linear_targets()) * options.runs
    print(f"seed {options.seed}: {runs:,} repetitions, {count} of them take more than linear time")
    return bool(count)


if __name__ == "__main__":
    sys.exit(main())
