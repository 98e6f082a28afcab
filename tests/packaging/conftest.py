"""Programs that check TOML files against a JSON Schema."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Lint = Callable[[Path, Mapping[str, str]], str]


@pytest.fixture(params=["taplo", "tombi"])
def lint(request, require_program, tmp_path) -> Lint:
    """Return a function that checks texts, by the names of files, against a schema.

    It returns what the program prints of errors; "" if there are none.
    """
    program = require_program(request.param)

    def run(schema: Path, texts: Mapping[str, str]) -> str:
        config = f'[[schemas]]\npath = "{schema.as_posix()}"\ninclude = ["**/*.toml"]\n'
        (tmp_path / "tombi.toml").write_text(config, encoding="utf-8")
        command = {
            "taplo": ["check", "--no-auto-config", "--schema", schema.as_uri()],
            "tombi": ["lint", "--offline", "--no-cache"],
        }[request.param]
        printed = ""
        for name, text in texts.items():  # one at a time: tombi 1.9 drops errors
            (tmp_path / name).write_text(text, encoding="utf-8")
            done = subprocess.run(
                [program, *command, name], cwd=tmp_path, capture_output=True, text=True, check=False
            )
            printed += done.stdout + done.stderr if done.returncode else ""
        return printed

    return run
