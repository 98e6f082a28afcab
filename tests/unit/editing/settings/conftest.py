"""A dependency file with a cursor marked ``|``."""

from pathlib import Path

import pytest

from framesage.manifests import read_any
from framesage.text import Position, Source


@pytest.fixture
def at_cursor():
    """Return a function from a text and a file name to the manifest and the cursor in it."""

    def read(marked: str, name: str = "pyproject.toml"):
        before, _, after = marked.partition("|")
        lines = before.split("\n")
        manifest = read_any(Source(Path("/project", name), before + after))
        return manifest, Position(len(lines) - 1, len(lines[-1]))

    return read
