"""Components that the sections of the page share."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.model import Metadata
from framesage.report.html.links import is_in_only_file, line_name
from framesage.report.html.markup import Markup, join, tag
from framesage.wording.grammar import shorten
from framesage.wording.locations import MOST_LOCATIONS
from framesage.wording.statement import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.advice.model import Assessment
    from framesage.analysis.location import Location
    from framesage.report.html.citations import Sources
    from framesage.report.html.links import Paging
    from framesage.wording.statement import Statement

_LONGEST = 60  # code points of the text at a location
_FEW = 2  # reasons that are not worth folding


@frozen
class Writer:
    """Writes the components of one project: ``prefix`` of its ids, ``level`` of its headings."""

    assessment: Assessment
    paging: Paging
    sources: Sources
    prefix: str
    level: int
    headings: dict[str, str] = field(default_factory=dict)

    def section(self, name: str, title: str, *content: str, folded: str | None = None) -> Markup:
        """Return a section with a heading, and add it to the contents.

        If it is ``folded``, only its heading is shown at first, with these words about the rest.
        """
        identity = f"{self.prefix}{name}"
        self.headings[identity] = title
        heading = tag(f"h{self.level}", title, id=identity, class_="title")
        parts = (heading, *content) if folded is None else (fold([heading, folded], content),)
        return tag(
            "section", *parts, id=f"{identity}-section", aria_labelledby=identity, class_=name
        )

    def location(self, location: Location, *, named: bool = True) -> Markup:
        """Return a link to a location, with its text if ``named``."""
        where = line_name(location, self.assessment.project)
        text = tag("code", shorten(location.text, _LONGEST, "…")) if named else None
        return tag("a", text, " " if text else None, tag("span", where, class_="where"),
                   class_="location", **self.paging.to(location))  # fmt: skip

    def locations(self, locations: Sequence[Location], *, named: bool = True) -> Markup:
        """Return links to the first few texts, each once for all its locations."""
        groups = _by_text(locations)
        shown = [self._grouped(group, named=named) for group in groups[:MOST_LOCATIONS]]
        more = len(groups) - len(shown)
        shown += [tag("span", f"and {more} more", class_="more")] * (more > 0)
        return tag("div", join(shown, " "), class_="locations") if shown else Markup()

    def _grouped(self, locations: Sequence[Location], *, named: bool) -> Markup:
        """Return a link to the first location of a text; the others are folded."""
        first, *others = locations
        if not others:
            return self.location(first, named=named)
        links = join((self.location(other, named=False) for other in others), " ")
        folded = tag("details", tag("summary", f"+{len(others)}"), links, class_="often")
        return join([self.location(first, named=named), folded], " ")

    def reason(self, reason: Statement, behind: Sequence[str] = ()) -> Markup:
        """Return a reason with its contribution, locations and sources; ``behind`` are links."""
        against = reason.kind is StatementKind.AGAINST
        sign = tag("span", " against", class_="sign") if against else None
        contribution = reason.contribution
        return tag(
            "li",
            tag(
                "span",
                contribution,
                sign,
                class_="strength" + " strong" * (contribution == "strong"),
            ),
            tag("span", reason.text, self.cite(reason.references), class_="words"),
            self._line_only(reason) or self.locations(reason.locations),
            tag("span", join(behind, ", "), class_="behind") if behind else None,
        )

    def _line_only(self, reason: Statement) -> Markup:
        """Return a link without the text at the location, if the reason has that already."""
        groups = _by_text(reason.locations)
        if len(groups) != 1:
            return Markup()
        location = reason.locations[0]
        if location.text not in reason.text and not isinstance(location.subject, Metadata):
            return Markup()
        fits_beside = is_in_only_file(location, self.assessment.project)  # a short line number
        class_ = "beside" if fits_beside else "locations"
        return tag("div", self._grouped(groups[0], named=False), class_=class_)

    def cite(self, references: Iterable[str]) -> Markup:
        """Return small links to sources."""
        return self.sources.cite(references, self.assessment.rule_base.claims)


def _by_text(locations: Iterable[Location]) -> list[list[Location]]:
    """Return locations in groups of the same text, in the order of first mention."""
    groups: dict[str, list[Location]] = {}
    for location in locations:
        groups.setdefault(getattr(location.subject, "name", location.text), []).append(location)
    return list(groups.values())


def fold(summary: Iterable[str], content: Iterable[str]) -> Markup:
    """Return content that is hidden behind a summary until a reader opens it."""
    return tag("details", tag("summary", join(summary)), *content)


def reason_list(items: Sequence[str], most: int) -> Markup:
    """Return the first ``most`` reasons and the others folded, unless these are few."""
    shown = len(items) if len(items) <= most + _FEW else most
    lists = [tag("ul", *part, class_="reasons") for part in (items[:shown], items[shown:]) if part]
    return join([*lists[:1], *(fold([f"{len(items) - shown} more"], [more]) for more in lists[1:])])


def table(caption: str, headings: Sequence[str], rows: Iterable[Markup]) -> Markup:
    """Return a table; an empty heading is that of the row headings."""
    cells = [tag("th", title, scope="col") if title else tag("td") for title in headings]
    return tag(
        "table",
        tag("caption", caption) if caption else None,
        tag("thead", tag("tr", *cells)),
        tag("tbody", *rows),
    )


def prose(text: str) -> Markup:
    """Return a sentence of the rule base, with code in backticks."""
    parts = text.split("`")
    return join(tag("code", part) if index % 2 else part for index, part in enumerate(parts))
