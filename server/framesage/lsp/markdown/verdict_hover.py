"""Markdown for the hover on a framework or a dependency list: the verdict, on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.to_do import number_of_findings
from framesage.analysis.framework_parts import in_several_lists
from framesage.analysis.verdict import is_enough
from framesage.explanation.kits import included_sentence, kits_sentence, kits_to_show
from framesage.explanation.what_if import find_flips, flips_sentence
from framesage.lsp.markdown.trusted import prose
from framesage.wording.grammar import capitalize, shorten
from framesage.wording.locations import parts_words
from framesage.wording.reasons import brief_reason, strongest_reasons
from framesage.wording.verdict import (
    certainty_words,
    decision_note,
    how_to_correct,
    is_decided,
    verdict_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment

_LONGEST_SENTENCE = 160  # code points, which are up to two lines


def verdict_text(assessment: Assessment, more: str) -> str:
    """Return the verdict and its certainty, up to three reasons, what would change it, the number
    of findings and ``more``, which is Markdown that says where to read on.

    For a decision, and for a framework in use that includes no less than the favored one, there are
    no reasons: they would argue with it.
    """
    about = [_headline(assessment), *_reasons(assessment)]
    rest = [*_sentences(assessment), _end(assessment, more)]
    return "\n\n".join([*about, "  \n".join(rest)])


def _headline(assessment: Assessment) -> str:
    sentence = f"**{prose(verdict_sentence(assessment))}**"
    details = certainty_words(assessment) or decision_note(assessment)
    text = f"{sentence} ({_brief(details)})" if details else sentence
    if in_several_lists(assessment.framework.parts):
        text += f". {_brief(parts_words(assessment.framework.parts, assessment.project))}"
    return text


def _reasons(assessment: Assessment) -> Iterator[str]:
    if is_enough(assessment):
        return  # they would argue with the framework in use, which includes no less
    reasons = [brief_reason(reason, assessment) for reason in strongest_reasons(assessment)]
    if reasons:
        yield "\n".join(f"- {prose(capitalize(reason))}" for reason in reasons)


def _sentences(assessment: Assessment) -> Iterator[str]:
    """Yield what would change the verdict or, where it cannot be changed, why."""
    correction = how_to_correct(assessment)
    sentence = flips_sentence(find_flips(assessment)) or (f"{correction}." if correction else "")
    if sentence:
        yield _brief(sentence)


def _end(assessment: Assessment, more: str) -> str:
    """Return in numbers what the frameworks include and what was found, and where to read on."""
    kits = kits_to_show(assessment)
    included = kits_sentence(kits) if is_decided(assessment) else included_sentence(kits)
    nothing = "Nothing left to do" if is_decided(assessment) else ""
    found = number_of_findings(assessment.findings) or nothing
    return " ".join(filter(None, [prose(included), f"{found}." if found else "", more]))


def _brief(text: str) -> str:
    return prose(shorten(text, _LONGEST_SENTENCE))
