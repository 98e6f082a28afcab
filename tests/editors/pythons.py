"""Find the Pythons of this machine."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

VERSIONS = ("3.10", "3.11", "3.12", "3.13", "3.14")


def python(version: str) -> str | None:
    """Return the path of a Python that runs, on the PATH or pyenv's, or None."""
    return next((one for one in _candidates(version) if _runs(one, version)), None)


def _candidates(version: str) -> Iterator[str]:
    on_path = shutil.which(f"python{version}")
    if on_path:
        yield on_path
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from (str(one) for one in sorted(pyenv.glob(f"versions/{version}.*/bin/python")))


def _runs(program: str, version: str) -> bool:
    """A shim of pyenv's is there for versions that are not."""
    question = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([program, "-c", question], capture_output=True, text=True)
    return done.stdout.strip() == version
