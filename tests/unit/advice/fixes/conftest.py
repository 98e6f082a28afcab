"""Editing one file: its text before, a package, its text after."""

from pathlib import Path

import pytest

from framesage.advice.fixes import apply_edits
from framesage.advice.fixes.remedy import adding, removing
from framesage.advice.model import Place
from framesage.manifests import read
from framesage.text import Source


def read_text(text: str, name: str):
    manifest = read(Source(Path("/project", name), text))
    assert manifest is not None
    return manifest


def at_requirement(manifest, package: str) -> Place:
    """Return the place of a package, the first one's for an empty name."""
    found = next(one for one in manifest.requirements if package in ("", one.name))
    return Place(manifest, found.range, found)


@pytest.fixture
def add():
    def run(text: str, package: str, name: str = "requirements.txt") -> str:
        manifest = read_text(text, name)
        return apply_edits(manifest.source, adding(package, at_requirement(manifest, "")))

    return run


@pytest.fixture
def remove():
    def run(text: str, package: str, name: str = "requirements.txt") -> str:
        manifest = read_text(text, name)
        return apply_edits(manifest.source, removing(at_requirement(manifest, package)))

    return run
