"""Expand ``~`` and environment variables in the paths of the settings, alike on all systems."""

from __future__ import annotations

import os
import re
from pathlib import Path

_VARIABLE = re.compile(r"\$(?:(\w+)|\{(\w+)\})")
_IS_WINDOWS = os.name == "nt"


def expanded(written: str, folder: Path) -> Path:
    """Return the path that a setting names; ``folder`` is that of the file it is in.

    A variable that is not set stays as it is written. On Windows, a path on another machine is read
    as one in the folder, unless it is the person's home or in a variable.
    """
    if _IS_WINDOWS and is_network_path(written):
        written = written.lstrip("\\/")
    text = _VARIABLE.sub(lambda found: os.environ.get(_name(found), found.group()), written)
    if text.startswith("~"):
        text = os.path.expanduser(text)  # noqa: PTH111 - it never raises
    return Path(os.path.normpath(folder / text))


def is_network_path(path: str) -> bool:
    r"""Return whether Windows looks for a path on another machine, as for ``\\host\share``.

    To look there would tell that machine who the user is, and settings come from strangers.
    """
    return path[:2].replace("\\", "/") == "//"


def unset_variable(path: str) -> str:
    """Return the first environment variable in a path that is not set, or ""."""
    names = map(_name, _VARIABLE.finditer(path))
    return next((name for name in names if name not in os.environ), "")


def _name(found: re.Match[str]) -> str:
    return found.group(1) or found.group(2)
