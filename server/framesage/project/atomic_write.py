"""Write a file: replace its text atomically, keeping encoding and permissions, or create it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from framesage.project.decoding import decode, encoding_of


class ChangedError(OSError):
    """The file has changed since it was read."""


def write_text(path: Path, before: str, after: str) -> None:
    """Replace a file's text; keep its encoding, byte order mark and permissions.

    If ``path`` is a symbolic link, its target is written. Raises OSError, and leaves the file
    unchanged, if it cannot be written or its text is no longer ``before``.
    """
    real = path.resolve()
    data = real.read_bytes()
    if decode(data) != before:
        raise ChangedError("the file has changed in the meantime")
    if not os.access(real, os.W_OK):  # replacing needs permission for the folder only
        raise PermissionError("the file is read-only")
    mark, codec = encoding_of(data)
    _replace(real, mark + after.encode(codec))


def create_text(path: Path, text: str) -> None:
    """Create a file in UTF-8; raise OSError if it exists or cannot be written."""
    with path.open("xb") as file:
        file.write(text.encode())


def _replace(path: Path, data: bytes) -> None:
    """Write a temporary file and move it over the original."""
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
