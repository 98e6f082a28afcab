"""The client watches the files that a project can be read from."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from framesage.lsp.features.did_change_watched_files import WATCHED, WATCHED_PROSE
from framesage.manifests import reader_by_name
from framesage.manifests.lockfiles import is_lock


def expand(pattern: str) -> list[str]:
    """Return a pattern for each alternative in the braces of a pattern."""
    match = re.search(r"\{([^}]*)\}", pattern)
    if match is None:
        return [pattern]
    before, after = pattern[: match.start()], pattern[match.end() :]
    patterns = [f"{before}{alternative}{after}" for alternative in match[1].split(",")]
    return [expanded for pattern in patterns for expanded in expand(pattern)]


def matches(path: str, globs: tuple[str, ...]) -> bool:
    patterns = [expanded for pattern in globs for expanded in expand(pattern)]
    return any(fnmatchcase(f"x/{path}", pattern.replace("**/", "*/")) for pattern in patterns)


@pytest.mark.parametrize(
    "path",
    [
        *("pyproject.toml", "framesage.toml", "Pipfile", "setup.cfg", "setup.py", "pixi.toml"),
        *("requirements.txt", "dev-requirements.in", "constraints.txt", "requirements/base.txt"),
        *("environment.yml", "environment-dev.yaml", "test-environment.yml"),
        *("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "pylock.dev.toml"),
    ],
)
def test_dependency_files_are_watched(path):
    assert reader_by_name(Path(path)) is not None or is_lock(path)
    assert matches(path, WATCHED)


@pytest.mark.parametrize(
    "path", ["README.md", "readme.rst", "Readme", "README.txt", "docs/pypi.md"]
)
def test_readmes_are_watched_but_do_not_make_a_folder_a_project(path):
    assert matches(path, WATCHED_PROSE)
    assert not matches(path, WATCHED)
