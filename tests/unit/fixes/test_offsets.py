"""Offsets in a long file: a fix of many requirements asks for thousands of them."""

import time
from pathlib import Path

from framesage.fixes.model import offset_of, position_of
from framesage.text import Position, Source


def test_thousands_of_offsets_are_found_in_no_time():
    source = Source(Path("requirements.txt"), "flask<1\n" * 5000)
    start = time.process_time()
    for line in range(5000):
        assert position_of(source, offset_of(source, Position(line, 3))) == (line, 3)
    assert time.process_time() - start < 2
