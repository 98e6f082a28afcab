"""Parse ``# framesage: ignore[rule-id] reason`` and ``ignore-file`` comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.model import WHOLE_FILE, Ignore
from framesage.manifests.numbered import Numbered
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.text import Source

_IGNORE = re.compile(
    r"#\s*framesage\s*:\s*ignore(?P<file>-file)?\b(?:\s*\[(?P<rules>[^\]]*)\]?)?"
    r"[ \t]*(?P<reason>(?:[^#]|#(?=\d))*)",  # "#12" is an issue, "# type" another comment
    re.IGNORECASE,
)


_NAME = "framesage"


def find_mentions(source: Source) -> Numbered[str]:
    """Return the lines of a file that may have an ignore comment."""
    return mentions_on(source.lines, 0, len(source.lines) if _NAME in source.text.lower() else 0)


def mentions_on(lines: Sequence[str], first: int, end: int) -> Numbered[str]:
    """Return those of some lines that may have an ignore comment."""
    numbers = [number for number in range(first, end) if _NAME in lines[number].lower()]
    return Numbered([lines[number] for number in numbers], numbers)


def find_ignores(lines: Sequence[str], mentions: Numbered[str] | None = None) -> Iterator[Ignore]:
    """Yield the ignore comments of a file whose comments start with ``#``.

    Pass the lines that may have one if they are known.
    """
    known = mentions_on(lines, 0, len(lines)) if mentions is None else mentions
    content = -1
    for line, number in zip(known.items, known.lines, strict=True):
        if match := _IGNORE.search(line):
            rules = tuple(r.strip() for r in (match.group("rules") or "").split(",") if r.strip())
            alone = not line[: match.start()].strip()
            if alone and content <= number:  # else the comment above applies to the same line
                content = _next_content(lines, number)
            below = content if alone and content < len(lines) else number
            target = WHOLE_FILE if match.group("file") else below
            span = Range.on_line(number, match.start(), len(line.rstrip()))
            yield Ignore(rules, match.group("reason").strip(), span, target)


def _next_content(lines: Sequence[str], number: int) -> int:
    for below in range(number + 1, len(lines)):
        text = lines[below].strip()
        if text and not text.startswith("#"):
            return below
    return len(lines)
