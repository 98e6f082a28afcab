"""Shared fixtures: the corpus of real projects, generated projects, and other programs."""

from __future__ import annotations

import os
import shutil
import signal
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# A deadline per example would fail on a busy machine, not because of the property.
settings.register_profile("framesage", deadline=None)
settings.load_profile("framesage")

# Shells let background jobs ignore it, and so would the processes that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"

MakeProject = Callable[[Path, Mapping[str, str | bytes]], Path]


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder with real projects; skip the test if it is missing."""
    if not (CORPUS / "manifest.jsonl").is_file():
        pytest.skip("the corpus of real projects is missing (../shared/corpus)")
    return CORPUS


@pytest.fixture(scope="session")
def require_program() -> Callable[[str], str]:
    """Return the path of a program; if it is missing, skip the test, or fail it in CI."""

    def find(name: str) -> str:
        path = shutil.which(name) or shutil.which(name, path=sysconfig.get_path("scripts"))
        if path is not None:
            return path
        if os.environ.get("CI"):
            pytest.fail(f"{name} is not installed; CI must not skip tests that need it")
        pytest.skip(f"{name} is not installed")

    return find


@pytest.fixture(scope="session")
def make_project() -> MakeProject:
    """Write files below a folder, given by relative paths with ``/``; return the folder."""

    def make(folder: Path, files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else content.encode()
            path.write_bytes(data)
        return folder

    return make
