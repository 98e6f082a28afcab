"""The two frameworks compared for this project: the full kit, and the differences that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.comparison import Standing, batteries_here, differences_here
from framesage.report.html.markup import Markup, join, tag

if TYPE_CHECKING:
    from framesage.explanation.comparison import BatteryHere, DifferenceHere
    from framesage.report.html.components import Writer

_SIGNS = {
    Standing.INCLUDED: "✓",
    Standing.DOUBLED: "✓",
    Standing.ADDED: "+",
    Standing.MISSING: "○",
    Standing.ABSENT: "·",
    Standing.UNASKED: "·",
}


def compare(writer: Writer) -> Markup:
    """Return both tables."""
    kit = [_battery(one, writer) for one in batteries_here(writer.assessment)]
    rows = [_difference(one, writer) for one in differences_here(writer.assessment)]
    return writer.section(
        "compare",
        "Flask and Django, for this project",
        _table("What Django includes", ("Part", "Here", "Asked for by"), kit),
        _table("Side by side", ("", "Flask", "Django", "Matters here"), rows),
    )


def _table(caption: str, anchors: tuple[str, ...], rows: list[Markup]) -> Markup:
    cells = [tag("th", one, scope="col") if one else tag("td") for one in anchors]
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *cells)),
        tag("tbody", *rows),
    )


def _battery(here: BatteryHere, writer: Writer) -> Markup:
    battery, kind = here.battery, here.standing.name.lower()
    title = battery.title[:1].upper() + battery.title[1:]
    head = tag("th", title, scope="row")
    sign = tag("span", _SIGNS[here.standing], class_="sign", aria_hidden="true")
    state = tag(
        "td", sign, here.standing.value, " ", writer.locations(here.locations), class_="state"
    )
    asked = tag("td", _asked(here), data_head="Asked for by")
    return tag("tr", head, state, asked, class_=kind)


def _asked(here: BatteryHere) -> Markup | str:
    """Return the trait that asks for something, else the rule that misses it, else a dash."""
    if here.trait and here.standing is not Standing.UNASKED:
        return f"{here.trait.trait.title} ({here.trait.certainty})"
    return tag("code", here.rule) if here.rule else "–"


def _difference(here: DifferenceHere, writer: Writer) -> Markup:
    row = here.row
    traits = [tag("span", f"{one.trait.title} ({one.certainty})") for one in here.traits]
    return tag(
        "tr",
        tag("th", row.topic, writer.cite(row.references), scope="row"),
        _cell("flask", "Flask", row.flask, here),
        _cell("django", "Django", row.django, here),
        tag("td", join(traits, tag("br")), data_head="Matters here", class_="matters"),
        class_="matters" if here.traits else None,
    )


def _cell(framework: str, head: str, words: str, here: DifferenceHere) -> Markup:
    favored = framework in here.favors
    mark = tag("span", " speaks for it here", class_="mark") if favored else None
    return tag(
        "td", words, mark, data_head=head, class_=f"{framework} favored" if favored else None
    )
