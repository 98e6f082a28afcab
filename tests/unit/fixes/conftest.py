"""Fixtures that edit one file and return its text."""

import pytest

from framesage.fixes import apply_edits
from framesage.fixes.remedies.remove import remove as remove_requirement
from unit.fixes.locations import add as add_package
from unit.fixes.locations import at_requirement, read_text


@pytest.fixture
def add():
    def run(text: str, package: str, name: str = "requirements.txt") -> str:
        manifest = read_text(text, name)
        return apply_edits(manifest.source, add_package(package, at_requirement(manifest, "")))

    return run


@pytest.fixture
def remove():
    def run(text: str, package: str, name: str = "requirements.txt") -> str:
        manifest = read_text(text, name)
        return apply_edits(manifest.source, remove_requirement(at_requirement(manifest, package)))

    return run
