"""Write a file as a whole or not at all: replace its text, keeping all else, or create it.

All files that users see are written here.
"""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from framesage.project.decoding import decode, encoding_of
from framesage.project.replace_content import replace_content

if TYPE_CHECKING:
    from pathlib import Path


class ChangedError(OSError):
    """The file has changed since it was read."""


class OutsideError(OSError):
    """The file is a link that leads out of the repository."""


def write_text(path: Path, before: str, after: str, boundary: Path | None = None) -> None:
    """Replace a file's text; keep its encoding, byte order mark, owner, permissions and links.

    If ``path`` is a symbolic link, its target is written, unless that is outside of ``boundary``.
    Raises OSError, and leaves the file unchanged, if it cannot be written or its text is no longer
    ``before``.
    """
    real = _real_path(path, boundary)
    data = real.read_bytes()
    if decode(data) != before:
        raise ChangedError("the file has changed in the meantime")
    mark, codec = encoding_of(data)
    _replace(real, mark + after.encode(codec))


def put_text(path: Path, text: str, boundary: Path | None = None) -> None:
    """Write a file in UTF-8, whether it exists or not; raise OSError, and leave it, on failure.

    Links are treated as in ``write_text``. A device or a pipe is simply written to.
    """
    data = text.encode(errors="replace")
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    real = _real_path(path, boundary)
    if real.exists():
        _replace(real, data)
    else:
        _create(real, data)


def create_text(path: Path, text: str) -> None:
    """Create a file in UTF-8; raise OSError if it exists or cannot be written."""
    _create(path, text.encode(errors="replace"))


def _real_path(path: Path, boundary: Path | None) -> Path:
    absolute, real = path.absolute(), _resolved(path)
    is_inside = boundary is None or real.is_relative_to(boundary.resolve())
    if boundary and absolute.is_relative_to(boundary) and not is_inside:
        raise OutsideError(f"it is a link to {real}, outside the repository; change that file")
    return real


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:  # before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def _replace(path: Path, data: bytes) -> None:
    if not os.access(path, os.W_OK):  # replacing needs permission for the folder only
        raise PermissionError("the file is read-only")
    replace_content(path, data)


def _create(path: Path, data: bytes) -> None:
    file = path.open("xb")  # not in the block below: a file that exists is not removed
    try:
        with file:
            file.write(data)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
