"""An old Python gets a one-line explanation, not a traceback."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editors.pythons import python

ROOT = Path(__file__).resolve().parents[2]
OLD = ("3.8", "3.9")
MESSAGE = "Framesage needs Python 3.10 or later; this is Python {}."


@pytest.fixture(params=OLD)
def old(request) -> tuple[str, str]:
    """Return the version and the path of an old Python; skip the test if there is none."""
    path = python(request.param)
    if path is None:  # in CI too: hosted runners no longer offer these versions
        pytest.skip(f"this machine has no Python {request.param}")
    return request.param, path


@pytest.fixture(scope="module")
def sdist(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    command = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("*.tar.gz")
    return path


def run(*command: object, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, **options
    )


def test_pip_shows_the_required_python_version(old, sdist, tmp_path):
    version, path = old
    made = run(path, "-m", "venv", tmp_path / "venv")
    if made.returncode != 0:
        pytest.skip(f"Python {version} cannot make a virtual environment")
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    result = run(programs / "python", "-m", "pip", "install", "--disable-pip-version-check", sdist)
    shown = result.stdout + result.stderr
    assert result.returncode != 0
    assert MESSAGE.format(version) in shown
    assert "Traceback" not in shown


def test_running_the_module_shows_the_required_python_version(old, tmp_path):
    version, path = old
    env = {**os.environ, "PYTHONPATH": str(ROOT / "server"), "PYTHONDONTWRITEBYTECODE": "1"}
    result = run(path, "-m", "framesage", "check", cwd=tmp_path, env=env)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith(MESSAGE.format(version))
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "name", ["hatch_build.py", "server/framesage/__init__.py", "server/framesage/__main__.py"]
)
def test_code_before_the_version_check_is_valid_in_python_3_8(name):
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 8))
