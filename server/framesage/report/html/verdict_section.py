"""The verdict, the framework in use, and the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.framework_parts import in_several_lists
from framesage.analysis.open_choice import has_open_choice
from framesage.analysis.verdict import is_applicable, is_enough
from framesage.explanation.explain import explain_verdict
from framesage.report.html.components import prose, reason_list
from framesage.report.html.markup import Markup, join, tag
from framesage.wording.dialogue import ask_title
from framesage.wording.locations import parts_words
from framesage.wording.verdict import (
    certainty_words,
    decision_note,
    enough_words,
    framework_words,
    how_to_correct,
    verdict_sentence,
)

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.report.html.components import Writer
    from framesage.wording.statement import Statement

MOST_REASONS = 3  # for each framework, before the others are folded


def headline(writer: Writer) -> Markup:
    """Return the verdict in large letters; below it the certainty, or when and why it was decided
    on, and the framework in use."""
    assessment = writer.assessment
    note = decision_note(assessment)
    certainty = certainty_words(assessment)
    correction = how_to_correct(assessment)
    shown = _shown_framework(assessment)
    return tag(
        "div",
        tag("p", verdict_sentence(assessment), class_="main"),
        tag("p", note) if note else None,
        tag("p", _meter(assessment.verdict.certainty), certainty) if certainty else None,
        tag("p", prose(f"{correction}.")) if correction else None,
        _use(writer),
        _question(writer),
        class_=f"headline {shown}",
    )


def _shown_framework(assessment: Assessment) -> str:
    """Return the framework whose color the headline has, or the kind of the verdict."""
    if not is_applicable(assessment):
        return "outside"
    used = assessment.framework.candidate
    return used.id if used and is_enough(assessment) else assessment.verdict.favors


def _question(writer: Writer) -> Markup | None:
    """Return how to decide, if that is open; in an editor it is a button."""
    assessment = writer.assessment
    if not has_open_choice(assessment):
        return None
    words = prose("To decide, answer a few questions: `framesage ask`")
    return tag("p", words, class_="ask", data_ask=ask_title(assessment.rule_base))


def _meter(certainty: str) -> Markup:
    """Return three dots, of which one to three are filled; the text beside them says the same."""
    filled = ("low", "medium", "high").index(certainty) + 1
    dots = [tag("i", class_="dot" + " filled" * (index < filled)) for index in range(3)]
    return tag("span", join(dots), class_="meter", aria_hidden="true")


def _use(writer: Writer) -> Markup:
    assessment = writer.assessment
    use = assessment.framework
    titles = {framework.title.casefold() for framework in use.frameworks}
    named = any(location.text.casefold() not in titles for location in use.locations)
    locations = writer.locations(use.locations, named=named)
    parts = use.parts if in_several_lists(use.parts) else ()
    words = prose(f": {parts_words(parts, assessment.project)} ")
    names = f"Framework in use: {framework_words(assessment)}"
    return tag("div", names, tag("span", words) if parts else " ", locations, class_="use")


def reasons(writer: Writer) -> Markup:
    """Return the reasons for each framework, each with its share of the weight of all reasons."""
    columns = [_side(side, writer) for side in explain_verdict(writer.assessment)]
    note = enough_words(writer.assessment)
    shown = [tag("p", f"{note}.")] if note else []
    shown.append(tag("div", *columns, class_="sides"))
    return writer.section("reasons", "Why", *shown) if columns else Markup()


def _side(side: Statement, writer: Writer) -> Markup:
    heading = tag(f"h{writer.level + 1}", side.text)
    items = [writer.reason(reason) for reason in side.parts]
    return tag("div", heading, reason_list(items, MOST_REASONS))
