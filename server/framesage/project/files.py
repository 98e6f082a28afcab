"""Where text comes from: what can be asked of files, and the files on the disk."""

from __future__ import annotations

import codecs
import logging
import os
import stat
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from framesage.manifests.locks import read_lock

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.manifests.locks import Lock

LARGEST = 20 * 1024 * 1024
"""The size in bytes above which a file is not read: no dependency file is that long."""

_log = logging.getLogger(__name__)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A name in a folder; ``folder`` looks through symbolic links, ``link`` tells of them."""

    name: str
    folder: bool = False
    link: bool = False


class Files(Protocol):
    """What can be read. Nothing here raises: what cannot be read is None, or an empty folder."""

    def text(self, path: Path) -> str | None:
        """Return a file's text without its byte order mark, or None."""

    def lock(self, path: Path) -> Lock | None:
        """Return what a lock on the disk holds, or None."""

    def entries(self, folder: Path) -> tuple[Entry, ...]:
        """Return a folder's entries by name."""

    def real(self, path: Path) -> Path:
        """Return where a path leads when symbolic links are followed."""


class Disk:
    """The files on the disk; each that is there but cannot be used costs one line in the log."""

    def text(self, path: Path) -> str | None:
        """Return the text of a regular file in UTF-8, or in UTF-16 with a byte order mark."""
        try:
            return decode(_read(path))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.warning("not read: %s: %s", path, error)
            return None

    def lock(self, path: Path) -> Lock | None:
        """Return what a lock holds; it is read again when its time or its size is another."""
        try:
            status = path.stat()
        except (OSError, ValueError):
            return None
        return _read_lock(path, status.st_mtime_ns, status.st_size)

    def entries(self, folder: Path) -> tuple[Entry, ...]:
        """Return a folder's entries by name, with one system call per few hundred entries."""
        try:
            with os.scandir(folder) as found:
                entries = [Entry(one.name, _is_dir(one), one.is_symlink()) for one in found]
            return tuple(sorted(entries, key=lambda entry: entry.name))
        except (OSError, ValueError) as error:
            _log.info("not listed: %s: %s", folder, error)
            return ()

    def real(self, path: Path) -> Path:
        """Return where a path leads; a loop of links leads to the path itself."""
        try:
            return path.resolve()
        except (OSError, ValueError, RuntimeError):
            return path


@lru_cache(maxsize=32)
def _read_lock(path: Path, _time: int, _size: int) -> Lock | None:
    text = Disk().text(path)
    return None if text is None else read_lock(path.name, text)


def _read(path: Path) -> bytes:
    # A device or a FIFO would block or never end: look before opening.
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("not a regular file")
    if status.st_size > LARGEST:
        raise ValueError(f"larger than {LARGEST // (1024 * 1024)} MB")
    return path.read_bytes()


def decode(data: bytes) -> str:
    """Return what a file's bytes say, without a byte order mark; raise ValueError if no text."""
    mark, codec = encoding_of(data)
    text = data[len(mark) :].decode(codec)
    if "\0" in text:
        raise ValueError("not text")
    return text


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark that a file begins with, and the codec of what follows."""
    return next((one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8"))


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
