"""Changes to files as a unified diff for ``git apply`` and ``patch -p1``."""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import TYPE_CHECKING

from framesage.project import relative

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NEW = "/dev/null"
_NO_END = "\\ No newline at end of file\n"


def diff_lines(path: Path, before: str | None, after: str, base: Path) -> Iterator[str]:
    """Yield the lines of a file's diff with their line ends; its path is relative to ``base``.

    ``before`` is None for a new file.
    """
    name = relative(path, base)
    name += "\t" * (" " in name)  # without a tab, the name would end at its first space
    source = _NEW if before is None else f"a/{name}"
    for line in unified_diff(_lines(before or ""), _lines(after), source, f"b/{name}"):
        yield line
        if not line.endswith("\n"):
            yield f"\n{_NO_END}"


def _lines(text: str) -> list[str]:
    """Split at line feeds only, as diff and patch do."""
    return _LINE.findall(text)
