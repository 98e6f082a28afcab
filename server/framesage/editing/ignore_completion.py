"""Completion of rule ids in ignore comments, in any dependency file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.editing.suggestion import Suggestion
from framesage.text import Range

if TYPE_CHECKING:
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Position, Source

_COMMENT = re.compile(r"#\s*framesage\s*:\s*ignore(?:-file)?\s*\[([^\]]*)$", re.IGNORECASE)
_WORD = re.compile(r"[\w-]*")


def complete_ignores(source: Source, position: Position, rule_base: RuleBase) -> list[Suggestion]:
    """Return the rules to suggest in the brackets of an ignore comment; none elsewhere."""
    before = source.line(position.line)[: position.character]
    comment = _COMMENT.search(before)
    if not comment:
        return []
    word = _WORD.match(comment.group(1)[::-1])  # from the end: linear in the line's length
    start = position.character - len(word[0] if word else "")
    span = Range.on_line(position.line, start, position.character)
    return [
        Suggestion(rule.id, rule.id, rule.title, span, rule.why)
        for rule in rule_base.advice.values()
    ]
