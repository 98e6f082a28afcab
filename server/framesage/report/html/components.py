"""Small pieces that the sections of the page share."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.model import Metadata
from framesage.report.html.links import line_name
from framesage.report.html.markup import Markup, join, tag
from framesage.wording.statement import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.advice.model import Assessment
    from framesage.analysis.model import Location
    from framesage.report.html.citations import Sources
    from framesage.report.html.links import Paging
    from framesage.wording.statement import Step

MOST_THINGS = 4
_LONGEST = 60  # code points of what stands at a location


@frozen
class Writer:
    """What every section needs: the project, how to link, what to cite, and where it is on the
    page (``prefix`` of its ids, ``level`` of its headings)."""

    assessment: Assessment
    paging: Paging
    sources: Sources
    prefix: str
    level: int
    headings: dict[str, str] = field(default_factory=dict)

    def section(self, name: str, title: str, *content: str) -> Markup:
        """Return a section with a heading, and remember that for the contents."""
        identity = f"{self.prefix}{name}"
        self.headings[identity] = title
        heading = tag(f"h{self.level}", title, id=identity, class_="title")
        return tag("section", heading, *content, aria_labelledby=identity, class_=name)

    def location(self, location: Location, *, named: bool = True) -> Markup:
        """Return a link to a location, ``named`` with what stands there."""
        where = line_name(location, self.assessment.project)
        what = tag("code", _cropped(location.text)) if named else None
        return tag("a", what, " " if what else None, tag("span", where, class_="where"),
                   class_="location", **self.paging.to(location))  # fmt: skip

    def locations(self, locations: Sequence[Location], *, named: bool = True) -> Markup:
        """Return links to at most a handful of things, each once however often it stands."""
        groups = _grouped(locations)
        shown = [self._often(one, named=named) for one in groups[:MOST_THINGS]]
        more = len(groups) - len(shown)
        shown += [tag("span", f"and {more} more", class_="more")] * (more > 0)
        return tag("div", join(shown, " "), class_="locations") if shown else Markup()

    def _often(self, locations: Sequence[Location], *, named: bool) -> Markup:
        """Return a link to the first of the locations where one thing stands; the others folded."""
        first, *others = locations
        if not others:
            return self.location(first, named=named)
        links = join((self.location(one, named=False) for one in others), " ")
        folded = tag("details", tag("summary", f"+{len(others)}"), links, class_="often")
        return join([self.location(first, named=named), folded], " ")

    def reason(self, step: Step, cited: Iterable[str] = (), behind: Sequence[str] = ()) -> Markup:
        """Return a reason, how much it weighs, what it rests on, and its sources."""
        against = tag("span", " against", class_="sign") if step.sign is Sign.AGAINST else None
        return tag(
            "li",
            tag("span", step.strength, against, class_=f"strength {step.strength}"),
            tag("span", step.words, self.cite(cited), class_="words"),
            self._told(step) or self.locations(step.locations),
            tag("span", join(behind, ", "), class_="behind") if behind else None,
        )

    def _told(self, step: Step) -> Markup:
        """Return a link with nothing but the line, where the words name what stands there."""
        groups = _grouped(step.locations)
        if len(groups) != 1:
            return Markup()
        location = step.locations[0]
        told = location.text in step.words or isinstance(location.subject, Metadata)
        beside = len(self.assessment.project.manifests) == 1  # then it is so short
        kind = "told" if beside else "locations"
        return tag("div", self._often(groups[0], named=False), class_=kind) if told else Markup()

    def cite(self, references: Iterable[str]) -> Markup:
        """Return small links to sources."""
        return self.sources.cite(references, self.assessment.rule_base.claims)


def _grouped(locations: Iterable[Location]) -> list[list[Location]]:
    """Return locations by what stands there, in the order of first mention."""
    groups: dict[str, list[Location]] = {}
    for location in locations:
        groups.setdefault(getattr(location.subject, "name", location.text), []).append(location)
    return list(groups.values())


def prose(text: str) -> Markup:
    """Return a sentence of the rule base, in which backticks are code."""
    parts = text.split("`")
    return join(tag("code", one) if at % 2 else one for at, one in enumerate(parts))


def _cropped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
