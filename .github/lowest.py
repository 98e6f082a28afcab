"""Try the lowest versions that pyproject.toml allows: ``python .github/lowest.py UV VERSION``.

uv chooses the lowest version of each dependency that pyproject.toml names, and of the packages
that these need the newest. They go into ``.cache/venv-lowest``, with the newest test tools.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from editors.pythons import python  # noqa: E402

FOLDER = ROOT / ".cache" / "venv-lowest"
CHOSEN = ROOT / ".cache" / "lowest.txt"
TOOLS = (
    "pytest", "pytest-asyncio", "pytest-lsp", "pytest-timeout", "pytest-xdist", "hypothesis",
    "jsonschema", "pexpect", "pyyaml",
)  # fmt: skip
TESTS = ("tests/unit", "tests/e2e", "tests/property")


def run(*command: object) -> None:
    """Run a command in the checkout; end with its exit code if it fails."""
    done = subprocess.run(list(map(str, command)), cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def main(uv: str, version: str, *arguments: str) -> None:
    """Create the environment and run the tests in it; exit if the Python is not installed."""
    program = python(version) or sys.exit(f"install Python {version} first")
    os.environ.update(UV_PYTHON=program, UV_PYTHON_DOWNLOADS="never")
    options = ("--resolution", "lowest-direct", "--python-version", version, "--no-header")
    options = (*options, "--extra", "mcp", "--output-file", CHOSEN)
    run(uv, "pip", "compile", "--quiet", *options, "pyproject.toml")
    run(uv, "venv", "--quiet", "--clear", FOLDER)
    inside = (
        next(path for name in ("bin", "Scripts") if (path := FOLDER / name).exists()) / "python"
    )
    run(uv, "pip", "install", "--quiet", "--python", inside, *TOOLS, "--constraint", CHOSEN,
        "--requirement", CHOSEN)  # fmt: skip
    run(uv, "pip", "install", "--quiet", "--python", inside, "--no-deps", "--editable", ".")
    run(inside, "-m", "pytest", "-q", *(arguments or TESTS))


if __name__ == "__main__":
    main(*sys.argv[1:])
