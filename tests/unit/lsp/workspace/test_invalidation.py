"""Changes on the disk that do not affect any project."""

from pathlib import Path

import pytest

from framesage.lsp.workspace.invalidation import is_irrelevant_change
from framesage.project.glob import Glob
from framesage.project.model import Project
from framesage.project.settings.model import Settings

ROOT = Path("/home/kim/shop")
PROJECT = Project(ROOT, (), Settings(exclude=(Glob(ROOT, "legacy"), Glob(ROOT, "samples/*.txt"))))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("requirements.txt", False),
        ("api/requirements.txt", False),
        (".venv/lib/x/requires.txt", True),
        ("api/node_modules/x/setup.py", True),
        ("build/requirements.txt", True),
        ("legacy/requirements.txt", True),
        ("legacy/deep/requirements.txt", True),
        ("samples/one.txt", True),
        ("samples/one.in", False),
    ],
)
def test_excluded_and_ignored_folders_are_irrelevant(name, wanted):
    assert is_irrelevant_change(ROOT / name, ROOT, [PROJECT]) is wanted


def test_files_outside_of_the_project_are_relevant():
    assert not is_irrelevant_change(Path("/other/legacy/requirements.txt"), None, [PROJECT])
    assert not is_irrelevant_change(
        Path("/home/kim/build/requirements.txt"), Path("/home/kim/build"), []
    )
