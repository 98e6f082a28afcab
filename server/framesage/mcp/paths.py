"""Paths that an assistant passes: those of this computer only.

On Windows, looking at ``//server/share`` opens a connection and logs in to the server, and an
assistant may have read such a path anywhere.
"""

from __future__ import annotations

import os.path
import re
from pathlib import Path

_REMOTE = re.compile(r"[\\/]{2}|[a-z][a-z0-9+.-]+:[\\/]{2}", re.IGNORECASE)


def local_path(path: str) -> Path:
    """Return an absolute path; raise ValueError if it is remote, or nothing is there."""
    if _REMOTE.match(path.strip()):
        raise ValueError(f"{path}: pass the path of a local file or folder")
    if not path or not os.path.exists(path):  # noqa: PTH110  # it never raises
        raise ValueError(f"{path or 'the empty path'}: no such file or folder")
    return Path(os.path.abspath(path))  # noqa: PTH100  # symbolic links stay as they are
