"""Markdown for hovers in rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.rules.files import declared_file
from framesage.editing.rules.hover import explain_word
from framesage.lsp.markdown.trusted import prose

if TYPE_CHECKING:
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Position, Range, Source


def word_text(source: Source, position: Position, rule_base: RuleBase) -> tuple[str, Range] | None:
    """Return the text for the word at a position of a rule file, and its range."""
    found = explain_word(source, position, rule_base, declared_file(source.path))
    if found is None:
        return None
    sentences = "\n\n".join(map(prose, found.sentences))
    return f"**{prose(found.name)}**\n\n{sentences}", found.range
