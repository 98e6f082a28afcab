"""Where text comes from: what can be asked of files, and the files on the disk."""

from __future__ import annotations

import codecs
import logging
import os
import re
import stat
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from framesage.manifests.lockfiles import read_lock

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.manifests.lockfiles import Lock

LARGEST = 20 * 1024 * 1024
"""The size in bytes above which a file is not read: no dependency file is that long."""

_log = logging.getLogger(__name__)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODING = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")  # as PEP 263 and pip have it
_ENCODINGS = ("cp", "iso8859", "koi8", "mac", "gb", "big5", "euc", "shift_jis")
_NO_TEXT = "it is not text in UTF-8, nor in UTF-16 with a byte order mark: save it as UTF-8"


@dataclass(frozen=True, slots=True, order=True)
class DirEntry:
    """A name in a folder. ``is_dir`` follows symbolic links."""

    name: str
    is_dir: bool = False
    is_symlink: bool = False


class FileSystem(Protocol):
    """What can be read. Nothing here raises: what cannot be read is None, or an empty folder."""

    def text(self, path: Path) -> str | None:
        """Return a file's text without its byte order mark, or None."""

    def read_error(self, path: Path) -> str:
        """Return why a file that is there has no text, in plain words; "" where nothing is."""

    def lock(self, path: Path) -> Lock | None:
        """Return what a lock on the disk holds, or None."""

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return a folder's entries by name."""

    def real(self, path: Path) -> Path:
        """Return where a path leads when symbolic links are followed."""


class Disk:
    """The files on the disk; each that is there but cannot be used costs one line in the log."""

    def text(self, path: Path) -> str | None:
        """Return the text of a regular file in UTF-8, in UTF-16 with a byte order mark, or in what
        a coding line says."""
        try:
            return decode(_read(path))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.warning("not read: %s: %s", path, _words(error))
            return None

    def read_error(self, path: Path) -> str:
        """Return why a regular file cannot be read; it is tried once more."""
        if not os.path.isfile(path):  # noqa: PTH113  # it never raises
            return ""
        try:
            decode(_read(path))
        except (OSError, ValueError) as error:
            return _words(error)
        return ""

    def lock(self, path: Path) -> Lock | None:
        """Return what a lock holds; it is read again when its time or its size is another."""
        try:
            status = path.stat()
        except (OSError, ValueError):
            return None
        return _read_lock(path, status.st_mtime_ns, status.st_size)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return a folder's entries by name, with one system call per few hundred entries."""
        try:
            with os.scandir(folder) as found:
                entries = [DirEntry(one.name, _is_dir(one), one.is_symlink()) for one in found]
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
        raise ValueError("it is not a regular file")
    if status.st_size > LARGEST:
        raise ValueError(f"it is larger than {LARGEST // (1024 * 1024)} MB")
    return path.read_bytes()


def decode(data: bytes) -> str:
    """Return what a file's bytes say, without a byte order mark; raise ValueError if no text."""
    mark, codec = encoding_of(data)
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        raise ValueError(_NO_TEXT) from error
    if "\0" in text:
        raise ValueError(_NO_TEXT)
    return text


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the byte order mark that a file begins with, and the codec of what follows."""
    marked = next((one for one in _MARKS if data.startswith(one[0])), None)
    return marked or (b"", "utf-8" if _is_utf_8(data) else _stated(data))


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _stated(data: bytes) -> str:
    """Return the codec that a coding line in the first two lines names, else UTF-8's."""
    found = next(filter(None, map(_CODING.match, data.split(b"\n", 2)[:2])), None)
    try:
        codec = codecs.lookup(found.group(1).decode()).name if found else ""
    except LookupError:
        codec = ""
    return codec if codec.startswith(_ENCODINGS) else "utf-8"


def _words(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
