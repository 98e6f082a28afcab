"""A sample of random messages; ``python -m fuzz.messages`` sends more."""

import sys

import pytest

from fuzz.messages import run

SEED = 20261129


@pytest.mark.skipif(sys.platform == "win32", reason="some of the names are none on Windows")
def test_the_server_survives_random_messages(tmp_path):
    run(2000, SEED, tmp_path)
