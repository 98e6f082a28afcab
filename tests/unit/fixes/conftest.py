"""Editing one file: its text before, a package, its text after."""

import pytest

from framesage.fixes import apply_edits
from framesage.fixes.remedies import adding, removing
from unit.fixes.locations import at_requirement, read_text


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
