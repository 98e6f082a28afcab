"""Readers raise no errors on damaged files, and invent no requirements.

With ``make fuzz`` (``FRAMESAGE_FUZZ=all``), each file of the corpus is truncated at every byte and
damaged 300 times; otherwise, a sample is.
"""

import os
import random
from pathlib import Path

import pytest

from corpus.damage import damaged, dependency_files, new_requirements, read_bytes

EVERYTHING = os.environ.get("FRAMESAGE_FUZZ") == "all"
PARTS = 64 if EVERYTHING else 8
"""The number of tests that share the files, so that they can run in parallel."""
MAX_CASES = 100_000_000 if EVERYTHING else 12
"""The maximum number of truncations, and of damages, of a file."""


def files_of(corpus: Path, part: int, by: int) -> list[Path]:
    files = dependency_files(corpus)
    return files[part::by] if EVERYTHING else random.Random(part).sample(files, 15)


@pytest.mark.parametrize("part", range(PARTS))
def test_truncated_file_has_no_new_requirements(corpus, part):
    for path in files_of(corpus, part, PARTS):
        data = path.read_bytes()
        whole = read_bytes(path, data)
        ends = range(len(data))
        for end in random.Random(part).sample(ends, MAX_CASES) if len(ends) > MAX_CASES else ends:
            truncated = data[:end]
            assert new_requirements(whole, read_bytes(path, truncated)) == [], (
                path.name,
                len(truncated),
            )


@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_file_is_read_with_valid_ranges(corpus, part):
    chance = random.Random(part)
    for path in files_of(corpus, part, PARTS):
        data = path.read_bytes()
        for _ in range(min(MAX_CASES, 300)):
            manifest = read_bytes(path, damaged(data, chance))
            lines = manifest.source.lines
            for span in (requirement.range for requirement in manifest.requirements):
                assert span.start <= span.end
                assert span.end.line < len(lines)
                assert span.end.character <= len(lines[span.end.line])
