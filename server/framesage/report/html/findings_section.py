"""The findings, and the changes of traits that would change the verdict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framesage.explanation.what_if import find_flips
from framesage.fixes import FixKind, fixes_for, why_not_required
from framesage.report.html.components import fold, prose
from framesage.report.html.markup import Markup, join, tag
from framesage.report.summary import most_severe_first

if TYPE_CHECKING:
    from framesage.advice.model import Finding
    from framesage.explanation.what_if import Flip, TraitChange
    from framesage.report.html.components import Writer


def findings(writer: Writer) -> Markup:
    """Return the findings, each with its remedy."""
    seen = Counter[str]()
    items: list[Markup] = []
    for finding in most_severe_first(writer.assessment.findings):
        seen[finding.rule] += 1
        items.append(_finding(finding, seen[finding.rule], writer))
    nothing = tag("p", "No findings.", class_="none")
    listed = tag("ul", *items, class_="findings") if items else nothing
    return writer.section("todo", "What is left to do", listed)


def _finding(finding: Finding, number: int, writer: Writer) -> Markup:
    """Return a finding, the ``number``-th of its rule; in an editor its remedies are buttons."""
    rule = writer.assessment.rule_base.advice.get(finding.rule)
    why = fold(["Why"], [tag("p", prose(rule.why), class_="why")]) if rule else None
    return tag(
        "li",
        tag("p", prose(finding.message), writer.cite(finding.references), class_="message"),
        _remedies(finding, writer),
        _about(finding, writer),
        why,
        id=f"{writer.prefix}finding-{finding.rule}" + f"-{number}" * (number > 1),
        class_=f"finding {finding.severity}",
        tabindex=-1,
        data_rule=finding.rule,
    )


def _remedies(finding: Finding, writer: Writer) -> Markup | None:
    """Return the titles of the fixes, or else why there is none."""
    fixes = fixes_for(finding, writer.assessment)
    remedies = [tag("li", fix.title) for fix in fixes if fix.kind is not FixKind.DECLARE]
    if remedies:
        return tag("ul", *remedies, class_="remedies")
    obstacle = why_not_required(finding, writer.assessment)
    return tag("p", obstacle, class_="obstacle") if obstacle else None


def _about(finding: Finding, writer: Writer) -> Markup:
    severity = tag("span", str(finding.severity), class_="severity")
    location = writer.location(finding.location, named=False)
    return tag("p", severity, " ", tag("code", finding.rule), " ", location, class_="about")


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
