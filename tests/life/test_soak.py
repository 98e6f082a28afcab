"""Memory is flat however long somebody types; ``make soak`` types for longer."""

import sys

import pytest

from life.soak import soak

MARKS = (2000, 4000, 6000)
MOST_GROWTH = 3 * 1024
"""In kilobytes, from one mark to the next. A leak grows all the time; memory grows once, by some
megabytes at any time, when garbage has piled up for the first time because there was no pause."""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process from /proc")
def test_memory_is_flat(tmp_path):
    first, second, third = soak(MARKS[-1], MARKS, tmp_path).values()
    assert min(second - first, third - second) < MOST_GROWTH, (first, second, third)
