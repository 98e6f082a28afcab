"""Fixtures that edit one file and return its text."""

import pytest

from framesage.fixes import apply_edits
from framesage.fixes.editors import editor_of
from framesage.fixes.remedies.remove import remove as remove_requirement
from unit.fixes.locations import at_requirement, read_text


@pytest.fixture
def add():
    def run(text: str, package: str, name: str = "requirements.txt") -> str:
        manifest = read_text(text, name)
        beside = at_requirement(manifest, "").subject
        return apply_edits(manifest.source, editor_of(manifest).add(package, beside))

    return run


@pytest.fixture
def remove():
    def run(text: str, package: str, name: str = "requirements.txt") -> str:
        manifest = read_text(text, name)
        return apply_edits(manifest.source, remove_requirement(at_requirement(manifest, package)))

    return run
