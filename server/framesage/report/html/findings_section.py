"""What the choice leaves to do, and what would change the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.findings import is_housekeeping
from framesage.explanation.what_if import what_would_turn
from framesage.fixes import FixKind, fixes_for
from framesage.report.html.components import prose
from framesage.report.html.markup import Markup, join, tag
from framesage.report.summary import loud_first

if TYPE_CHECKING:
    from framesage.advice.model import Finding
    from framesage.explanation.what_if import Change, Turn
    from framesage.report.html.components import Writer


def todo(writer: Writer) -> Markup:
    """Return the findings about the project, each with its remedy."""
    about = [one for one in loud_first(writer.assessment.findings) if not is_housekeeping(one)]
    findings = [_finding(one, writer) for one in about]
    nothing = tag("p", "Nothing that was found.", class_="none")
    listed = tag("ul", join(findings), class_="findings") if findings else nothing
    return writer.section("todo", "What the choice leaves to do", listed)


def _finding(finding: Finding, writer: Writer) -> Markup:
    assessment = writer.assessment
    rule = assessment.rule_base.advice.get(finding.rule)
    remedies = [
        tag("li", one.title)
        for one in fixes_for(finding, assessment)
        if one.kind is not FixKind.SETTLE
    ]
    return tag(
        "li",
        tag("p", prose(finding.message), writer.cite(finding.references), class_="message"),
        tag("p", prose(rule.why), class_="why") if rule else None,
        tag("ul", join(remedies), class_="remedies") if remedies else None,
        tag("p", tag("span", str(finding.severity), class_="level"), " ", tag("code", finding.rule),
            " ", writer.location(finding.location, named=False), class_="about"),
        class_=f"finding {finding.severity}",
    )  # fmt: skip


def turn(writer: Writer) -> Markup:
    """Return what would have to be so for the verdict to turn."""
    turns = [_turn(one) for one in what_would_turn(writer.assessment)]
    return writer.section("turn", "What would change the verdict", *turns) if turns else Markup()


def _turn(turn: Turn) -> Markup:
    so = "this were" if len(turn.changes) == 1 else "all of this were"
    words = f"It would turn to {turn.framework.title} if {so} so:"
    changes = tag("ul", *(_change(one) for one in turn.changes), class_="changes")
    return join([tag("p", words), changes])


def _change(change: Change) -> Markup:
    setting = f"{change.trait.id} = {str(change.holds).lower()}"
    words = change.words
    return tag("li", f"{words[:1].upper()}{words[1:]} ", tag("code", setting))
