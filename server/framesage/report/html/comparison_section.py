"""Flask and Django compared for this project: Django's kit, and the differences that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.comparison import Coverage, battery_coverage, comparison_rows
from framesage.report.html.markup import Markup, join, tag
from framesage.wording.grammar import capitalize

if TYPE_CHECKING:
    from framesage.explanation.comparison import BatteryCoverage, ComparisonRow
    from framesage.report.html.components import Writer

_SIGNS = {
    Coverage.INCLUDED: "✓",
    Coverage.DUPLICATED: "✓",
    Coverage.ADDED: "+",
    Coverage.MISSING: "○",
    Coverage.ABSENT: "·",
    Coverage.UNNEEDED: "·",
}


def comparison(writer: Writer) -> Markup:
    """Return both tables."""
    kit = [_battery(covered, writer) for covered in battery_coverage(writer.assessment)]
    rows = [_row(row, writer) for row in comparison_rows(writer.assessment)]
    return writer.section(
        "compare",
        "Flask and Django for this project",
        _table("What Django includes", ("Feature", "In this project", "Needed for"), kit),
        _table("Side by side", ("", "Flask", "Django", "Matters here because"), rows),
    )


def _table(caption: str, headings: tuple[str, ...], rows: list[Markup]) -> Markup:
    cells = [tag("th", title, scope="col") if title else tag("td") for title in headings]
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *cells)),
        tag("tbody", *rows),
    )


def _battery(covered: BatteryCoverage, writer: Writer) -> Markup:
    coverage = covered.coverage
    head = tag("th", capitalize(covered.battery.title), scope="row")
    sign = tag("span", _SIGNS[coverage], class_="sign", aria_hidden="true")
    locations = writer.locations(covered.locations)
    state = tag("td", sign, coverage.value, " ", locations, class_="state")
    needed = tag("td", _needed_for(covered), data_head="Needed for")
    return tag("tr", head, state, needed, class_=coverage.name.lower())


def _needed_for(covered: BatteryCoverage) -> Markup | str:
    """Return the trait that needs a battery, or the rule that reports it as missing, or a dash."""
    if covered.trait and covered.coverage is not Coverage.UNNEEDED:
        return f"{covered.trait.trait.title} ({covered.trait.certainty})"
    return tag("code", covered.rule) if covered.rule else "–"


def _row(row: ComparisonRow, writer: Writer) -> Markup:
    difference = row.difference
    traits = [tag("span", f"{found.trait.title} ({found.certainty})") for found in row.traits]
    return tag(
        "tr",
        tag("th", difference.topic, writer.cite(difference.references), scope="row"),
        _cell("flask", "Flask", difference.flask, row),
        _cell("django", "Django", difference.django, row),
        tag("td", join(traits, tag("br")), data_head="Matters here because", class_="matters"),
        class_="matters" if row.traits else None,
    )


def _cell(framework: str, head: str, words: str, row: ComparisonRow) -> Markup:
    favored = framework in row.favors
    mark = tag("span", f" favors {head} here", class_="mark") if favored else None
    return tag(
        "td", words, mark, data_head=head, class_=f"{framework} favored" if favored else None
    )
