"""Comments that speak to Framesage: ``# framesage: ignore[rule-id] reason``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.model import Ignore
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_IGNORE = re.compile(
    r"#\s*framesage\s*:\s*ignore\b(?:\s*\[(?P<rules>[^\]]*)\]?)?[ \t]*(?P<reason>[^#]*)", re.I
)


def find_ignores(lines: Sequence[str]) -> Iterator[Ignore]:
    """Yield the ignores of a file in any format whose comments start with ``#``."""
    for number, line in enumerate(lines):
        if "framesage" in line and (match := _IGNORE.search(line)):
            rules = tuple(r.strip() for r in (match.group("rules") or "").split(",") if r.strip())
            alone = not line[: match.start()].strip()
            target = _next_content(lines, number) if alone else number
            span = Range.on_line(number, match.start(), len(line.rstrip()))
            yield Ignore(rules, match.group("reason").strip(), span, target)


def _next_content(lines: Sequence[str], number: int) -> int:
    for below in range(number + 1, len(lines)):
        text = lines[below].strip()
        if text and not text.startswith("#"):
            return below
    return number
