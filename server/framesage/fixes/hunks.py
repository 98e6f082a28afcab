"""The changes between two texts of a file, as edits of whole lines."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

from framesage.fixes.model import Edit, position_of
from framesage.text import Range

if TYPE_CHECKING:
    from framesage.text import Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def hunks(before: Source, after: str) -> tuple[Edit, ...]:
    """Return one edit for each block of lines in which a file and its new text differ."""
    old, new = _LINE.findall(before.text), _LINE.findall(after)
    offsets = list(accumulate(map(len, old), initial=0))
    return tuple(
        Edit(
            before.path,
            Range(position_of(before, offsets[first]), position_of(before, offsets[end])),
            "".join(new[new_first:new_end]),
        )
        for tag, first, end, new_first, new_end in SequenceMatcher(
            None, old, new, autojunk=False
        ).get_opcodes()
        if tag != "equal"
    )
