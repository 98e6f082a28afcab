"""What is shown after any session is what ``framesage check`` finds.

``FRAMESAGE_SESSIONS=10000`` sets the number of sequences; by default there is a time for them.
``FRAMESAGE_SEED`` makes others.
"""

import os

import pytest

from sessions.runner import Counts, run_many

COUNT = int(os.environ.get("FRAMESAGE_SESSIONS", "0"))
SEED = int(os.environ.get("FRAMESAGE_SEED", "20261129"))
PARTS = 4
SECONDS = 5
"""Seconds for each part if there is no number."""


@pytest.mark.parametrize("part", range(PARTS))
def test_sessions_show_what_a_check_finds(part, capsys):
    counts = Counts()
    seconds = float("inf") if COUNT else SECONDS
    run_many(SEED + part, COUNT // PARTS or 1000, counts, seconds)
    if COUNT:
        with capsys.disabled():
            print(f"\n{counts.summary()}")
    assert not counts.failures, "\n\n".join(counts.failures)
    assert counts.comparisons
