"""Read made-up manifests, and return the text in a range."""

from pathlib import Path

import pytest

from framesage.manifests import read, read_requirements
from framesage.text import Source


@pytest.fixture
def requirements():
    def run(text: str, name: str = "requirements.txt"):
        return read_requirements(Source(Path("/p") / name, text))

    return run


@pytest.fixture
def pyproject():
    def run(text: str):
        manifest = read(Source(Path("/p/pyproject.toml"), text))
        assert manifest is not None
        return manifest

    return run


@pytest.fixture
def read_as():
    """Read a text as a file with a given name."""

    def run(name: str, text: str):
        manifest = read(Source(Path("/p") / name, text))
        assert manifest is not None
        return manifest

    return run


@pytest.fixture
def text_at():
    def run(manifest, span) -> str:
        lines = manifest.source.lines
        if span.start.line == span.end.line:
            return lines[span.start.line][span.start.character : span.end.character]
        between = lines[span.start.line + 1 : span.end.line]
        first = lines[span.start.line][span.start.character :]
        return "\n".join([first, *between, lines[span.end.line][: span.end.character]])

    return run
