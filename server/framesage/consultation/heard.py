"""What a description says, and does not say, before any question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.analysis.description import read_description
from framesage.wording.consultation import NOT_HEARD, mentioned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.rulebase.framework_model import Framework

_WRITTEN = ("description", "readme", "title")
_WORD = r"(?<![\w-]){}(?![\w-])"


def is_heard(assessment: Assessment) -> bool:
    """Return whether anything that a project says of itself is evidence."""
    lexicon = assessment.rule_base.lexicon
    return any(
        metadata.key not in _WRITTEN or bool(read_description(metadata.value, lexicon)[0])
        for _, metadata in assessment.project.metadata()
        if metadata.key in (*_WRITTEN, "keyword", "classifier")
    )


def remarks(assessment: Assessment) -> Iterator[str]:
    """Yield sentences about the description: which framework it names, or that it says nothing.

    ``assessment`` is that before any answer.
    """
    written = _descriptions(assessment)
    named = [
        framework
        for framework in assessment.rule_base.frameworks.values()
        if any(_names(framework, text) for text in written)
    ]
    if named and not assessment.framework.frameworks:
        yield from mentioned(named, assessment.rule_base)
    elif written and not is_heard(assessment):
        yield NOT_HEARD


def _descriptions(assessment: Assessment) -> list[str]:
    metadata = [metadata for _, metadata in assessment.project.metadata()]
    return [entry.value for entry in metadata if entry.key == "description" and entry.value.strip()]


def _names(framework: Framework, text: str) -> bool:
    """Return whether a text names a framework.

    Titles of other frameworks can be ordinary words (Bottle, Dash): such a word counts only as the
    title is written, and within a sentence.
    """
    title = framework.title
    is_word = framework.other and title in (title.lower(), title.capitalize())
    return any(
        not is_word or (found.group() == title and _is_within_sentence(text[: found.start()]))
        for found in re.finditer(_WORD.format(re.escape(title)), text, re.IGNORECASE)
    )


def _is_within_sentence(before: str) -> bool:
    return bool(before.strip()) and not before.rstrip().endswith((".", "!", "?", ":"))
