"""Reading a pyproject.toml again after the commonest edit: in a requirement on a line of its own.

Such a line holds a string and a comma before and after the edit, so nothing around it can have
changed its meaning, and nothing else needs to be read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.manifests.placing import place_requirement
from framesage.text import Range, changed_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.manifests.model import Manifest, Requirement
    from framesage.text import Source

# No comment, which may hold an ignore; and no quotes that might close a string elsewhere.
_ITEM = re.compile(r"""[ \t]*"((?:(?!''')[^"\\])*)",[ \t]*""")


def reread_item(before: Manifest, source: Source) -> Manifest | None:
    """Return what a file says after an edit in one requirement's line; None for other edits."""
    change = changed_lines(before.source.lines, source.lines)
    number = change.first
    if (change.before, change.after) != (number + 1, number + 1):
        return None
    there = _only_one_on(number, before.requirements)
    item = _ITEM.fullmatch(source.lines[number])
    if there is None or item is None or not _ITEM.fullmatch(before.source.lines[number]):
        return None
    old = before.requirements[there]
    content = Range.on_line(number, *item.span(1))
    new = place_requirement(item.group(1), content, old.group, old.origin)
    return _with(before, source, there, new) if new else None


def _only_one_on(line: int, requirements: Sequence[Requirement]) -> int | None:
    """Return which requirement begins on a line, where just one does."""
    found = [at for at, one in enumerate(requirements) if one.range.start.line == line]
    return found[0] if len(found) == 1 else None


def _with(before: Manifest, source: Source, there: int, new: Requirement) -> Manifest:
    requirements = (*before.requirements[:there], new, *before.requirements[there + 1 :])
    return replace(before, source=source, requirements=requirements)
