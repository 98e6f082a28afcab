"""The verdict, what is in use, and the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.framework_parts import in_several_lists
from framesage.analysis.verdict import is_applicable
from framesage.report.html.components import prose
from framesage.report.html.markup import Markup, join, tag
from framesage.report.sides import sides
from framesage.wording.phrases import (
    decision_words,
    how_to_ask,
    join_words,
    parts_words,
    verdict_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.inference import Reason
    from framesage.report.html.components import Writer
    from framesage.wording.statement import Step


def headline(writer: Writer) -> Markup:
    """Return the decision, else the verdict, in large letters; below, the verdict on what was
    decided, its certainty, and the framework in use."""
    assessment = writer.assessment
    said, comma, certainty = verdict_words(assessment).partition(", with ")
    decided = decision_words(assessment) if assessment.web else ""
    strong = tag("p", _sentence(decided or said), class_="said")
    beside = tag("p", _sentence(said)) if decided else None
    meter = tag("p", _meter(assessment.verdict.certainty), certainty) if comma else None
    asking = how_to_ask(assessment)
    how = tag("p", prose(asking)) if asking else None
    favors = assessment.verdict.favors if is_applicable(assessment) else "outside"
    colour = assessment.framework.state if decided else favors
    return tag("div", strong, beside, meter, how, _use(writer), class_=f"headline {colour}")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _meter(level: str) -> Markup:
    """Return three dots, as many filled as the certainty has; words beside them say the same."""
    filled = ("low", "medium", "high").index(level) + 1
    dots = [tag("i", class_="dot" + " filled" * (at < filled)) for at in range(3)]
    return tag("span", join(dots), class_="meter", aria_hidden="true")


def _use(writer: Writer) -> Markup:
    use = writer.assessment.framework
    names = join_words([one.title for one in use.frameworks]) or "none yet"
    decided = ", decided in the settings" if use.is_declared else ""
    titles = {one.title.casefold() for one in use.frameworks}
    named = any(location.text.casefold() not in titles for location in use.locations)
    where = writer.locations(use.locations, named=named)
    parts = use.parts if in_several_lists(use.parts) else ()
    told = prose(f": {parts_words(parts, writer.assessment.project)} ")
    apart = tag("span", told) if parts else " "
    return tag("div", f"In use: {names}{decided}", apart, where, class_="use")


def reasons(writer: Writer) -> Markup:
    """Return what speaks for what is favored, and what against it; or for each of the two."""
    columns = [_side(name, reasons, writer) for name, reasons in sides(writer.assessment)]
    shown = tag("div", *columns, class_="sides")
    return writer.section("reasons", "Why", shown) if columns else Markup()


def _side(name: str, reasons: Sequence[tuple[Reason, Step]], writer: Writer) -> Markup:
    rules = writer.assessment.rule_base.guidance
    lines = [
        writer.reason(step, rules[reason.source].references if reason.source in rules else ())
        for reason, step in reasons
    ]
    heading = tag(f"h{writer.level + 1}", name)
    return tag("div", heading, tag("ul", join(lines), class_="reasons"))
