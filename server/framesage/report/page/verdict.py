"""The verdict, what is in use, and the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.parts import in_several_lists
from framesage.advice.wording import join_words, parts_words, verdict_words
from framesage.report.page.markup import Markup, join, tag
from framesage.report.sides import sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.advice.explanation import Step
    from framesage.inference import Reason
    from framesage.report.page.parts import Writer


def headline(writer: Writer) -> Markup:
    """Return the verdict in large letters, and the framework in use below."""
    assessment = writer.assessment
    words = verdict_words(assessment)
    said, comma, certainty = words.partition(", with ")
    strong = tag("p", said[:1].upper() + said[1:], class_="said")
    meter = tag("p", _meter(assessment.verdict.level), certainty) if comma else None
    favors = assessment.verdict.favors if assessment.web else "outside"
    return tag("div", strong, meter, _use(writer), class_=f"headline {favors}")


def _meter(level: str) -> Markup:
    """Return three dots, as many filled as the certainty has; words beside them say the same."""
    filled = ("low", "medium", "high").index(level) + 1
    dots = [tag("i", class_="dot" + " filled" * (at < filled)) for at in range(3)]
    return tag("span", join(dots), class_="meter", aria_hidden="true")


def _use(writer: Writer) -> Markup:
    use = writer.assessment.use
    names = join_words([one.title for one in use.frameworks]) or "none yet"
    decided = ", decided in the settings" if use.decided else ""
    titles = {one.title.casefold() for one in use.frameworks}
    named = any(place.text.casefold() not in titles for place in use.declared)
    where = writer.places(use.declared, named=named)
    parts = use.parts if in_several_lists(use.parts) else ()
    apart = tag("span", f": {parts_words(parts, writer.assessment.project)} ") if parts else " "
    return tag("div", f"In use: {names}{decided}", apart, where, class_="use")


def reasons(writer: Writer) -> Markup:
    """Return what speaks for what is favoured, and what against it; or for each of the two."""
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
