"""Small pieces that the sections of the page share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framesage.advice.explanation import Sign
from framesage.manifests.model import Metadata
from framesage.report.page.links import line_name
from framesage.report.page.markup import Markup, join, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.advice.explanation import Step
    from framesage.advice.model import Assessment, Place
    from framesage.report.page.links import Paging
    from framesage.report.page.sources import Sources

MOST_PLACES = 4
_LONGEST = 60  # code points of what stands at a place


@dataclass(frozen=True, slots=True)
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

    def place(self, place: Place, *, named: bool = True) -> Markup:
        """Return a link to a place, ``named`` with what stands there."""
        where = line_name(place, self.assessment.project)
        what = tag("code", _cropped(place.text)) if named else None
        return tag("a", what, " " if what else None, tag("span", where, class_="where"),
                   class_="place", **self.paging.to(place))  # fmt: skip

    def places(self, places: Sequence[Place], *, named: bool = True) -> Markup:
        """Return links to places, at most a handful."""
        if not places:
            return Markup()
        links: list[str] = [self.place(one, named=named) for one in places[:MOST_PLACES]]
        more = len(places) - len(links)
        links += [tag("span", f"and {more} more", class_="more")] * (more > 0)
        return tag("span", join(links, " "), class_="places")

    def reason(self, step: Step, cited: Iterable[str] = (), behind: Sequence[str] = ()) -> Markup:
        """Return a reason, how much it weighs, what it rests on, and its sources."""
        against = tag("span", " against", class_="sign") if step.sign is Sign.AGAINST else None
        return tag(
            "li",
            tag("span", step.strength, against, class_=f"strength {step.strength}"),
            tag("span", step.words, self.cite(cited), class_="words"),
            self._told(step) or self.places(step.places),
            tag("span", join(behind, ", "), class_="behind") if behind else None,
        )

    def _told(self, step: Step) -> Markup:
        """Return a link with nothing but the line, where the words name what stands there."""
        if len(step.places) != 1:
            return Markup()
        place = step.places[0]
        told = place.text in step.words or isinstance(place.subject, Metadata)
        return tag("span", self.place(place, named=False), class_="told") if told else Markup()

    def cite(self, references: Iterable[str]) -> Markup:
        """Return small links to sources."""
        return self.sources.cite(references, self.assessment.rule_base.claims)


def prose(text: str) -> Markup:
    """Return a sentence of the rule base, in which backticks are code."""
    parts = text.split("`")
    return join(tag("code", one) if at % 2 else one for at, one in enumerate(parts))


def _cropped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
