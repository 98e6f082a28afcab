"""Names of the files of pages, which are named after folders and rules."""

from __future__ import annotations

import re

_LONGEST = 200
"""In bytes of UTF-8: file systems allow 255, in bytes or in UTF-16 units."""

_RESERVED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


def file_name(title: str, suffix: str = "") -> str:
    """Return the name of the file with a title, which every file system accepts."""
    name = _RESERVED.sub("_", title).encode("utf-8", "replace")[:_LONGEST]
    return name.decode("utf-8", "ignore") + suffix
