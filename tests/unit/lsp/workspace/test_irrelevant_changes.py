"""Changes on the disk that matter to nobody."""

from pathlib import Path

import pytest

from framesage.lsp.workspace.irrelevant_changes import is_left_out
from framesage.project.model import Project, Settings

ROOT = Path("/home/kim/shop")
PROJECT = Project(ROOT, (), Settings(exclude=("legacy", "samples/*.txt")))


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
def test_what_is_left_out(name, wanted):
    assert is_left_out(ROOT / name, ROOT, [PROJECT]) is wanted


def test_elsewhere_nothing_is():
    assert not is_left_out(Path("/other/legacy/requirements.txt"), None, [PROJECT])
    assert not is_left_out(Path("/home/kim/build/requirements.txt"), Path("/home/kim/build"), [])
