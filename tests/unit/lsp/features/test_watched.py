"""What the client is asked to watch is what a project is read from."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from framesage.lsp.features.text_document_sync import WATCHED
from framesage.manifests import reader_for
from framesage.manifests.lockfiles import is_lock


def plain(pattern: str) -> list[str]:
    """Return a pattern without its braces: one for each choice in them."""
    match = re.search(r"\{([^}]*)\}", pattern)
    if match is None:
        return [pattern]
    ends = [pattern[: match.start()] + one + pattern[match.end() :] for one in match[1].split(",")]
    return [each for end in ends for each in plain(end)]


@pytest.mark.parametrize(
    "path",
    [
        *("pyproject.toml", "framesage.toml", "Pipfile", "setup.cfg", "setup.py", "pixi.toml"),
        *("requirements.txt", "dev-requirements.in", "constraints.txt", "requirements/base.txt"),
        *("environment.yml", "environment-dev.yaml", "test-environment.yml"),
        *("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "pylock.dev.toml"),
    ],
)
def test_what_is_read_is_watched(path):
    assert reader_for(Path(path)) is not None or is_lock(path)
    patterns = [one for pattern in WATCHED for one in plain(pattern)]
    assert any(fnmatchcase(f"x/{path}", one.replace("**/", "*/")) for one in patterns)
