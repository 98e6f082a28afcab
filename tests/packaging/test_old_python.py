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
    """The version and the path of an old Python; without one the test is skipped."""
    path = python(request.param)
    if path is None:
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


def test_pip_shows_which_python_the_source_distribution_needs(old, sdist, tmp_path):
    version, path = old
    made = run(path, "-m", "venv", tmp_path / "venv")
    if made.returncode != 0:
        pytest.skip(f"Python {version} cannot make a virtual environment")
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    ran = run(programs / "python", "-m", "pip", "install", "--disable-pip-version-check", sdist)
    shown = ran.stdout + ran.stderr
    assert ran.returncode != 0
    assert MESSAGE.format(version) in shown
    assert "Traceback" not in shown


def test_a_checkout_run_as_a_module_shows_it_too(old, tmp_path):
    version, path = old
    env = {**os.environ, "PYTHONPATH": str(ROOT / "server"), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = run(path, "-m", "framesage", "check", cwd=tmp_path, env=env)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.startswith(MESSAGE.format(version))
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "name", ["hatch_build.py", "server/framesage/__init__.py", "server/framesage/__main__.py"]
)
def test_what_runs_before_the_check_is_understood_by_python_3_8(name):
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 8))
