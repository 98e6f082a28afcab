"""The Python package and the VS Code extension have the same version."""

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


def test_the_versions_are_equal():
    result = check(ROOT, f"v{__version__}")
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads((ROOT / EXTENSION).read_text("utf-8"))["version"] == __version__


@pytest.fixture
def copy(tmp_path) -> Path:
    for name in (SCRIPT, PACKAGE, EXTENSION):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_a_tag_with_another_version_is_an_error(copy):
    result = check(copy, "v9.9.9")
    assert result.returncode == 1
    assert result.stderr.startswith(f"Versions differ: {PACKAGE} {__version__}, ")
    assert "the tag 9.9.9" in result.stderr


@pytest.mark.parametrize("name", [PACKAGE, EXTENSION])
def test_changing_only_one_version_is_an_error(copy, name):
    text = (copy / name).read_text("utf-8")
    (copy / name).write_text(text.replace(f'"{__version__}"', '"9.9.9"'), "utf-8")
    result = check(copy)
    assert result.returncode == 1
    assert f"{name} 9.9.9" in result.stderr
