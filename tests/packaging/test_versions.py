"""The Python package and the VS Code extension have one version, and a script compares them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from framesage import __version__

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ".github/check_version.py"
PACKAGE = "server/framesage/__init__.py"
EXTENSION = "vscode-extension/package.json"


def check(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_versions_here_are_equal():
    ran = check(ROOT, f"v{__version__}")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads((ROOT / EXTENSION).read_text("utf-8"))["version"] == __version__


@pytest.fixture
def copy(tmp_path) -> Path:
    for name in (SCRIPT, PACKAGE, EXTENSION):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_a_tag_of_another_version_is_an_error(copy):
    ran = check(copy, "v9.9.9")
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"Versions differ: {PACKAGE} {__version__}, ")
    assert "the tag 9.9.9" in ran.stderr


@pytest.mark.parametrize("name", [PACKAGE, EXTENSION])
def test_a_version_changed_in_one_place_is_an_error(copy, name):
    text = (copy / name).read_text("utf-8")
    (copy / name).write_text(text.replace(f'"{__version__}"', '"9.9.9"'), "utf-8")
    ran = check(copy)
    assert ran.returncode == 1
    assert f"{name} 9.9.9" in ran.stderr
