"""Write the .vsix again: better compressed, and the same bytes for the same files.

vsce compresses like zlib, which takes 2 % more space than libdeflate, and stores the time of the
build. The limit for the extension is 1.2 MB.
"""

from __future__ import annotations

import struct
import sys
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

import deflate  # type: ignore[import-not-found]

LEVEL = 12  # the highest of libdeflate
VERSION = 20  # of the ZIP format: deflate and folders
UNIX = 3 << 8
UTF8_NAMES = 1 << 11
DEFLATED, STORED = 8, 0
MIDNIGHT, FIRST_DAY = 0, 33  # 1 January 1980, where ZIP begins
PERMISSIONS = 0o100644 << 16


class Entry(NamedTuple):
    """A compressed file of the archive."""

    name: bytes
    method: int
    checksum: int
    data: bytes
    size: int

    def fields(self) -> bytes:
        """Return the fields that both headers of the entry have."""
        return struct.pack(
            "<HHHHHIIIHH",
            VERSION, UTF8_NAMES, self.method, MIDNIGHT, FIRST_DAY,
            self.checksum, len(self.data), self.size, len(self.name), 0,
        )  # fmt: skip


def compressed(name: str, content: bytes) -> Entry:
    """Compress a file, unless that makes it larger."""
    data = bytes(deflate.deflate_compress(content, LEVEL))
    method = DEFLATED if len(data) < len(content) else STORED
    data = data if method == DEFLATED else content
    return Entry(name.encode(), method, zlib.crc32(content), data, len(content))


def archive(entries: list[Entry]) -> bytes:
    """Return a ZIP archive with the entries in their order."""
    files, directory = bytearray(), bytearray()
    for entry in entries:
        start = len(files)
        files += b"PK\x03\x04" + entry.fields() + entry.name + entry.data
        directory += b"PK\x01\x02" + struct.pack("<H", UNIX | VERSION) + entry.fields()
        directory += struct.pack("<HHHII", 0, 0, 0, PERMISSIONS, start) + entry.name
    count = len(entries)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(files), 0)
    return bytes(files + directory) + b"PK\x05\x06" + end


def main(path: Path) -> None:
    """Compress an archive in place."""
    with zipfile.ZipFile(path) as source:
        names = [name for name in source.namelist() if not name.endswith("/")]
        entries = [compressed(name, source.read(name)) for name in names]
    before = path.stat().st_size
    path.write_bytes(archive(entries))
    sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes (vsce: {before:,})\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
