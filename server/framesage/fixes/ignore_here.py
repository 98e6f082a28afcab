"""The fix that silences one finding at its own location."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.ignore_comments import write_ignore
from framesage.fixes.model import Fix, FixKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Finding


def ignore_here(finding: Finding) -> Iterator[Fix]:
    """Yield the fix that ignores the finding's rule on its line."""
    edit = write_ignore(finding.rule, finding.location)
    if edit:
        yield Fix(f"Ignore {finding.rule} here", FixKind.SETTLE, (edit,))
