"""The findings, and the changes of traits that would change the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import is_housekeeping
from framesage.explanation.what_if import find_flips
from framesage.fixes import CHOICES, fixes_for
from framesage.report.html.components import prose
from framesage.report.html.markup import Markup, join, tag
from framesage.report.summary import most_severe_first

if TYPE_CHECKING:
    from framesage.advice.model import Finding
    from framesage.explanation.what_if import Flip, TraitChange
    from framesage.report.html.components import Writer


def findings(writer: Writer) -> Markup:
    """Return the findings about the project, each with its remedy."""
    items = [
        _finding(finding, writer)
        for finding in most_severe_first(writer.assessment.findings)
        if not is_housekeeping(finding)
    ]
    nothing = tag("p", "No findings.", class_="none")
    listed = tag("ul", join(items), class_="findings") if items else nothing
    return writer.section("todo", "What is left to do", listed)


def _finding(finding: Finding, writer: Writer) -> Markup:
    assessment = writer.assessment
    rule = assessment.rule_base.advice.get(finding.rule)
    remedies = [
        tag("li", fix.title) for fix in fixes_for(finding, assessment) if fix.kind not in CHOICES
    ]
    return tag(
        "li",
        tag("p", prose(finding.message), writer.cite(finding.references), class_="message"),
        tag("p", prose(rule.why), class_="why") if rule else None,
        tag("ul", join(remedies), class_="remedies") if remedies else None,
        tag(
            "p",
            tag("span", str(finding.severity), class_="severity"),
            " ",
            tag("code", finding.rule),
            " ",
            writer.location(finding.location, named=False),
            class_="about",
        ),
        class_=f"finding {finding.severity}",
    )


def flips(writer: Writer) -> Markup:
    """Return the changes of traits that would change the verdict."""
    shown = [_flip(flip) for flip in find_flips(writer.assessment)]
    return writer.section("turn", "What would change the verdict", *shown) if shown else Markup()


def _flip(flip: Flip) -> Markup:
    words = f"{flip.framework.title} would fit better if"
    changes = tag("ul", *(_change(change) for change in flip.changes), class_="changes")
    return join([tag("p", words), changes])


def _change(change: TraitChange) -> Markup:
    return tag("li", f"{change.words} ", tag("code", change.setting))
