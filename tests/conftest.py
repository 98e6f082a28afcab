"""What tests of every room share: real projects, made-up projects, other programs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# A deadline per example measures how busy the machine is, not whether the property holds.
settings.register_profile("framesage", deadline=None)
settings.load_profile("framesage")

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"

MakeProject = Callable[[Path, Mapping[str, str | bytes]], Path]


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real projects; without it the test is skipped."""
    if not (CORPUS / "manifest.jsonl").is_file():
        pytest.skip("the corpus of real projects is not beside the repository (../shared/corpus)")
    return CORPUS


@pytest.fixture(scope="session")
def require_program() -> Callable[[str], str]:
    """Find a program's path; where it is not installed a user's test is skipped, CI's fails."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is not None:
            return path
        if os.environ.get("CI"):
            pytest.fail(f"{name} is not installed, and CI must not skip what needs it")
        pytest.skip(f"{name} is not installed")

    return find


@pytest.fixture(scope="session")
def make_project() -> MakeProject:
    """Write files below a folder, by their paths with ``/``; return the folder."""

    def make(folder: Path, files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else content.encode()
            path.write_bytes(data)
        return folder

    return make
