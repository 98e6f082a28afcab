"""Replace the bytes of a file, so that everything else about it stays: owner, mode, links.

The old bytes stay if that fails, for example because the disk is full.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import IO

_NOT_ALLOWED = frozenset(
    (errno.EPERM, errno.EACCES, errno.EROFS, errno.EBUSY, errno.ENOTSUP, errno.EOPNOTSUPP)
)
"""Why a new file cannot take the place of another, which may be writable nevertheless."""


def replace_content(path: Path, data: bytes) -> None:
    """Replace the bytes of a regular file, which is no link; raise OSError if that fails.

    A new file takes its place, so that nobody reads half of it. A file that has further names, or
    that a new file cannot be like, is overwritten instead.
    """
    if path.stat().st_nlink > 1 or not _take_place(path, data):
        _overwrite(path, data)


def _take_place(path: Path, data: bytes) -> bool:
    """Move a new file over another; return False if that is not allowed."""
    import tempfile  # here: a start needs neither this nor what it imports

    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".framesage-")
    except OSError as error:
        return _unless_allowed(error)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        _make_alike(path, new)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        return _unless_allowed(error)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return True


def _unless_allowed(error: OSError) -> bool:
    if error.errno not in _NOT_ALLOWED:
        raise error
    return False


def _make_alike(path: Path, new: Path) -> None:
    """Give a new file the owner, extended attributes and mode of another."""
    import shutil

    status, own = path.stat(), new.stat()
    if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        os.chown(new, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        names = _attributes(path)
        for name in names:
            os.setxattr(new, name, os.getxattr(path, name))
        for name in set(_attributes(new)).difference(names):  # such as what the folder allows
            os.removexattr(new, name)
    shutil.copymode(path, new)


def _attributes(path: Path) -> list[str]:
    try:
        return os.listxattr(path)
    except OSError:  # the file system has none
        return []


def _overwrite(path: Path, data: bytes) -> None:
    """Write over the bytes of a file, and write them back if that fails."""
    with path.open("r+b", buffering=0) as file:
        before = file.read()
        try:
            _reserve(file, len(data))
            _write(file, data)
        except BaseException:
            _write(file, before)
            raise


def _reserve(file: IO[bytes], size: int) -> None:
    """Make sure that there is space before anything is overwritten."""
    if hasattr(os, "posix_fallocate") and size:
        os.posix_fallocate(file.fileno(), 0, size)


def _write(file: IO[bytes], data: bytes) -> None:
    file.seek(0)
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    file.truncate()
