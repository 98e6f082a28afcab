"""The output of ``make demo``."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_demo_shows_diagnostics_a_hover_and_the_output_of_the_command(tmp_path):
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
    session, _, command = result.stdout.partition("--- framesage check examples/shop ---")
    diagnostics, _, hover = session.partition("--- Hovering over line 7: ")
    assert "framesage(flask-rebuilds-django)" in diagnostics
    assert "~~~~~" in diagnostics
    assert "Kind of framework" in hover
    assert "examples/shop/pyproject.toml:7:4 flask-rebuilds-django" in command
