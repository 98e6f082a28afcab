"""The output of ``make demo``."""

import os
import re
import subprocess
import sys
from pathlib import Path

import tomli

ROOT = Path(__file__).resolve().parents[2]


def test_the_demo_starts_a_project_and_shows_an_editor_and_the_command(tmp_path):
    result = subprocess.run(
        [sys.executable, ROOT / "examples" / "demo.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    new, _, rest = result.stdout.partition("--- Opening examples/shop/pyproject.toml")
    dialogue, _, written = new.partition("pyproject.toml as written:")
    assert 'description = "Booking site for a hair salon"' in dialogue
    assert dialogue.count("> y\n") + dialogue.count("> n\n") == 4, "three answers and a yes"
    assert re.search(r"For these \d+ needs, Flask .*; Django ", dialogue)
    assert re.search(r"    Flask +\w.*\n    Django +\w", dialogue)
    project = tomli.loads(written.partition("\n--- ")[0])
    framework = project["tool"]["framesage"]["framework"]
    assert f"{framework.title()} would suit this project" in dialogue.rpartition("> ")[0]
    assert project["project"]["dependencies"][0].startswith(framework)
    assert len(project["tool"]["framesage"]["traits"]) >= 3
    session, _, command = rest.partition("--- framesage check examples/shop ---")
    diagnostics, _, hover = session.partition("--- Hovering over line 7: ")
    assert "framesage(flask-rebuilds-django)" in diagnostics
    assert "~~~~~" in diagnostics
    assert "Django would suit this project better" in hover
    assert "examples/shop/pyproject.toml:7:4 flask-rebuilds-django" in command
