"""The differences between the frameworks, and those that matter for this project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.comparison import comparison_rows
from framesage.report.html.components import table
from framesage.report.html.markup import Markup, join, tag
from framesage.wording.grammar import count_noun, join_words

if TYPE_CHECKING:
    from framesage.explanation.comparison import ComparisonRow
    from framesage.report.html.components import Writer
    from framesage.rulebase.framework_model import Framework


def comparison(writer: Writer) -> Markup:
    """Return the comparison as a table with a column for each framework."""
    candidates = writer.assessment.rule_base.candidates
    titles = [framework.title for framework in candidates]
    compared = comparison_rows(writer.assessment)
    rows = [_row(row, writer) for row in compared]
    shown = table("", ("", *titles, "Matters here because"), rows)
    matters = sum(bool(row.traits) for row in compared)
    count = f"{count_noun(len(rows), 'difference')}, {matters} of them relevant here"
    return writer.section("compare", f"{join_words(titles)} side by side", shown, folded=count)


def _row(row: ComparisonRow, writer: Writer) -> Markup:
    difference = row.difference
    traits = [tag("span", f"{found.trait.title} ({found.certainty})") for found in row.traits]
    return tag(
        "tr",
        tag("th", difference.topic, writer.cite(difference.references), scope="row"),
        *(_cell(framework, row) for framework in writer.assessment.rule_base.candidates),
        tag("td", join(traits, tag("br")), data_head="Matters here because", class_="matters"),
        class_="matters" if row.traits else None,
    )


def _cell(framework: Framework, row: ComparisonRow) -> Markup:
    title, favored = framework.title, framework.id in row.favors
    mark = tag("span", f" favors {title} here", class_="mark") if favored else None
    return tag(
        "td",
        row.difference.words[framework.id] or "–",
        mark,
        data_head=title,
        class_=f"{framework.id} favored" if favored else None,
    )
