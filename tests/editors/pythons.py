"""Find the installed Pythons."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

VERSIONS = ("3.10", "3.11", "3.12", "3.13", "3.14")


def python(version: str) -> str | None:
    """Return the path of a working Python, from the PATH or pyenv, or None."""
    return next((program for program in _candidates(version) if _runs(program, version)), None)


def _candidates(version: str) -> Iterator[str]:
    on_path = shutil.which(f"python{version}")
    if on_path:
        yield on_path
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from (str(program) for program in sorted(pyenv.glob(f"versions/{version}.*/bin/python")))


def _runs(program: str, version: str) -> bool:
    """Return whether a Python works; pyenv has shims for versions that are not installed."""
    question = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([program, "-c", question], capture_output=True, text=True)
    return done.stdout.strip() == version
