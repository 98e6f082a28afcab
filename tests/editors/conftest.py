"""A project to open in every editor, and the environment of the editors."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from editors.findings import FRAMESAGE

FLASK_SHOP = """\
flask>=3.0
flask-login
flask-sqlalchemy
flask-migrate
flask-wtf
psycopg2-binary
gunicorn
flask-mail
"""

RunEditor = Callable[..., str]


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    """The only file of a project with findings."""
    file = tmp_path / "shop" / "requirements.txt"
    file.parent.mkdir()
    file.write_text(FLASK_SHOP, encoding="utf-8")
    return file


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The only file of another project, whose last line is in the table of the settings."""
    file = tmp_path / "settings" / "pyproject.toml"
    file.parent.mkdir()
    file.write_text("[tool.framesage]\n", encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def require_path() -> Callable[[Path, str], None]:
    """Skip the test if a file is missing, or fail it in CI; report how to get it."""

    def require(path: Path, remedy: str) -> None:
        if not path.exists():
            reason = f"{path.name} is missing; to get it, use {remedy}"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)

    return require


@pytest.fixture
def run_editor(tmp_path: Path, require_program: Callable[[str], str]) -> RunEditor:
    """Run an editor until it exits, with an empty home and ``framesage`` on the PATH."""

    def run(command: list[str], folder: Path, variables: Mapping[str, str]) -> str:
        home = tmp_path / "home"
        home.mkdir()
        environment = {
            "HOME": str(home),
            "PATH": f"{FRAMESAGE.parent}{os.pathsep}{os.environ['PATH']}",
            "LANG": "C.UTF-8",
            "TERM": "dumb",
            **variables,
        }
        done = subprocess.run(
            [require_program(command[0]), *command[1:]],
            cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr

    return run
