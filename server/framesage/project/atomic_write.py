"""Writing a file that people keep: all of it or nothing, and as it was but for its text."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from framesage.project.filesystem import decode, encoding_of


class ChangedError(OSError):
    """A file no longer says what was read from it."""


def write_text(path: Path, before: str, after: str) -> None:
    """Replace a file's text, in its encoding, with its byte order mark and its permissions.

    Where ``path`` is a symbolic link, the file it leads to is written. Raises OSError, and leaves
    the file as it is, where it cannot be written or no longer says what it said ``before``.
    """
    real = path.resolve()
    data = real.read_bytes()
    if decode(data) != before:
        raise ChangedError("it was changed meanwhile")
    if not os.access(real, os.W_OK):  # replacing a file asks for its folder's permission only
        raise PermissionError("it is read-only")
    mark, codec = encoding_of(data)
    _replace(real, mark + after.encode(codec))


def _replace(path: Path, data: bytes) -> None:
    """Put a whole new file in the location of another in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        shutil.copymode(path, new)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
