"""The interface through which files are read, and its implementation for the disk."""

from __future__ import annotations

import logging
import os
import stat
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from framesage.manifests.lockfiles import is_lock, read_lock
from framesage.project.decoding import decode, decode_head

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.manifests.lockfiles import Lock

HEAD = 8 * 1024
"""How many bytes of a README are read, from its start."""
LARGEST = 2_000_000
"""Maximum size in bytes of a dependency file, also of one that is open in an editor (ADR 0050)."""
LARGEST_LOCK = 20_000_000
"""Maximum size in bytes of a lock file, which is read by its lines."""

NOT_REGULAR = "it is not a regular file"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, order=True)
class DirEntry:
    """A name in a folder. ``is_dir`` follows symbolic links."""

    name: str
    is_dir: bool = False
    is_symlink: bool = False


class FileSystem(Protocol):
    """Read access to files. No method raises: what cannot be read is None or an empty folder."""

    def text(self, path: Path) -> str | None:
        """Return a file's text without its byte order mark, or None if it cannot be read."""

    def head(self, path: Path) -> str | None:
        """Return the text at the start of a file, or None if it cannot be read or is not text."""

    def read_error(self, path: Path) -> str:
        """Return why an existing file cannot be read, or "" if it can or does not exist."""

    def lock(self, path: Path) -> Lock | None:
        """Return a parsed lock file from the disk, or None."""

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the entries of a folder, sorted by name."""

    def real_path(self, path: Path) -> Path:
        """Return the path with all symbolic links resolved."""

    def named_in(self, folder: Path) -> frozenset[str]:
        """Return the names of files in a folder that somebody said are dependency files."""

    def is_open(self, path: Path) -> bool:
        """Return whether a file is open under this name, which then is the one to report."""


class Disk:
    """The files on the disk. Each existing file that cannot be read is logged."""

    def text(self, path: Path) -> str | None:
        """Return the text of a regular file.

        Supported are UTF-8, UTF-16 with a byte order mark, and the encoding in a coding line.
        """
        try:
            return read_text(path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.warning("cannot read %s: %s", path, _reason(error))
            return None

    def head(self, path: Path) -> str | None:
        """Return the first ``HEAD`` bytes of a regular file as text.

        Bytes that are invalid in its encoding become replacement characters.
        """
        try:
            return decode_head(read_head(path))
        except (OSError, ValueError) as error:
            _log.info("cannot read %s: %s", path, _reason(error))
            return None

    def read_error(self, path: Path) -> str:
        """Return why a regular file cannot be read; it is read again to find out."""
        if not os.path.isfile(path):  # noqa: PTH113  # it never raises
            return ""
        try:
            read_text(path)
        except (OSError, ValueError) as error:
            return _reason(error)
        return ""

    def lock(self, path: Path) -> Lock | None:
        """Return a parsed lock file; it is cached until its modification time or size changes."""
        try:
            status = path.stat()
        except (OSError, ValueError):
            return None
        return _read_lock(path, status.st_mtime_ns, status.st_size)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the entries of a folder, sorted by name."""
        try:
            with os.scandir(folder) as found:
                entries = [DirEntry(item.name, _is_dir(item), item.is_symlink()) for item in found]
            return tuple(sorted(entries, key=lambda entry: entry.name))
        except (OSError, ValueError) as error:
            _log.info("cannot list %s: %s", folder, error)
            return ()

    def real_path(self, path: Path) -> Path:
        """Return the path with all symbolic links resolved, or as it is if they form a loop."""
        try:
            return path.resolve()
        except (OSError, ValueError, RuntimeError):
            return path

    def named_in(self, folder: Path) -> frozenset[str]:  # noqa: ARG002
        """Return no names: the disk does not know what somebody says."""
        return frozenset()

    def is_open(self, path: Path) -> bool:  # noqa: ARG002
        """Return False: no file on the disk is open."""
        return False


@lru_cache(maxsize=32)
def _read_lock(path: Path, _time: int, _size: int) -> Lock | None:
    text = Disk().text(path)
    return None if text is None else read_lock(path.name, text)


def read_text(path: Path) -> str:
    """Return the text of a regular file that is not too large; raise OSError or ValueError."""
    return decode(_read(path))


def read_head(path: Path) -> bytes:
    """Return the first ``HEAD`` bytes of a regular file; raise OSError or ValueError."""
    if not _regular_file(path).st_size:
        return b""
    return _first_bytes(path, HEAD)


def _regular_file(path: Path) -> os.stat_result:
    """Return the status of a regular file; raise ValueError for a folder, device or FIFO.

    Opening a device or a FIFO could block forever. So could reading a file of the kernel, such as
    ``/proc/kmsg``: it is a regular file of no size, and taken for an empty one.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError(NOT_REGULAR)
    return status


def _read(path: Path) -> bytes:
    """Return the bytes of a file. It may grow, or be replaced, after it was looked at."""
    size, largest = _regular_file(path).st_size, largest_size(path)
    if not size:
        return b""
    data = b"" if size > largest else _first_bytes(path, largest + 1)
    if max(size, len(data)) > largest:
        raise ValueError(too_large(largest))
    return data


def largest_size(path: Path) -> int:
    """Return how many bytes of a file are read at most."""
    return LARGEST_LOCK if is_lock(path.name) else LARGEST


def too_large(largest: int) -> str:
    """Return why a file with more bytes is not read."""
    return f"split it, or exclude it; it is larger than {largest / 1_000_000:g} MB"


def _first_bytes(path: Path, most: int) -> bytes:
    """Read a file without waiting for a writer or a device, should it have become one."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        return file.read(most) or b""


def _reason(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
