"""The verdict, what is in use, and the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.explain import explain_verdict
from framesage.advice.wording import join_words, reasons_by_side, verdict_words
from framesage.report.page.markup import Markup, join, tag

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
    return tag("p", f"In use: {names}{decided} ", writer.places(use.declared), class_="use")


def reasons(writer: Writer) -> Markup:
    """Return what speaks for what is favoured, and what against it; or for each of the two."""
    steps = iter(explain_verdict(writer.assessment))
    sides = [
        _side(name, [(one, next(steps)) for one in reasons], writer)
        for name, reasons in reasons_by_side(writer.assessment)
    ]
    return (
        writer.section("reasons", "Why", tag("div", *sides, class_="sides")) if sides else Markup()
    )


def _side(name: str, reasons: Sequence[tuple[Reason, Step]], writer: Writer) -> Markup:
    rules = writer.assessment.rule_base.guidance
    lines = [
        writer.reason(step, rules[reason.source].references if reason.source in rules else ())
        for reason, step in reasons
    ]
    heading = tag(f"h{writer.level + 1}", name[:1].upper() + name[1:])
    return tag("div", heading, tag("ul", join(lines), class_="reasons"))
