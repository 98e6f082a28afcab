"""Every reader survives what can happen to a real file, and says nothing false of what is left.

A sample here, everything under ``make fuzz`` (``FRAMESAGE_FUZZ=all``): each file of the corpus cut
off at every byte, and damaged three hundred times.
"""

import os
import random
from pathlib import Path

import pytest

from corpus.damage import damaged, dependency_files, read_bytes, untrue

EVERYTHING = os.environ.get("FRAMESAGE_FUZZ") == "all"
PARTS = 64 if EVERYTHING else 8
"""Into how many tests the files are dealt, so that they can run side by side."""
MOST = 100_000_000 if EVERYTHING else 12
"""How many cuts, and how many damages, of one file are tried."""


def files_of(corpus: Path, part: int, by: int) -> list[Path]:
    files = dependency_files(corpus)
    return files[part::by] if EVERYTHING else random.Random(part).sample(files, 15)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_file_cut_off_anywhere_says_nothing_false(corpus, part):
    for path in files_of(corpus, part, PARTS):
        data = path.read_bytes()
        whole = read_bytes(path, data)
        ends = range(len(data))
        for end in random.Random(part).sample(ends, MOST) if len(ends) > MOST else ends:
            half = data[:end]
            assert untrue(whole, read_bytes(path, half)) == [], (path.name, len(half))


@pytest.mark.parametrize("part", range(PARTS))
def test_damage_raises_nothing_and_locations_stay_inside(corpus, part):
    chance = random.Random(part)
    for path in files_of(corpus, part, PARTS):
        data = path.read_bytes()
        for _ in range(min(MOST, 300)):
            manifest = read_bytes(path, damaged(data, chance))
            lines = manifest.source.lines
            for span in (one.range for one in manifest.requirements):
                assert span.start <= span.end
                assert span.end.line < len(lines)
                assert span.end.character <= len(lines[span.end.line])
