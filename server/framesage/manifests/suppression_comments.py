"""Parse ``# framesage: ignore[rule-id] reason`` and ``ignore-file`` comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.model import WHOLE_FILE, Ignore
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_IGNORE = re.compile(
    r"#\s*framesage\s*:\s*ignore(?P<file>-file)?\b(?:\s*\[(?P<rules>[^\]]*)\]?)?"
    r"[ \t]*(?P<reason>(?:[^#]|#(?=\d))*)",  # "#12" is an issue, "# noqa" another comment
    re.IGNORECASE,
)


def find_ignores(lines: Sequence[str]) -> Iterator[Ignore]:
    """Yield the ignore comments of a file whose comments start with ``#``."""
    content = -1
    for number, line in enumerate(lines):
        if "framesage" in line and (match := _IGNORE.search(line)):
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
