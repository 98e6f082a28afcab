"""The boxes of the picture: what stands in them, how tall they are, where they lead."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from framesage.explanation.explain import belief_words
from framesage.frozen import frozen
from framesage.report.html.links import line_name
from framesage.rulebase import symbols
from framesage.rulebase.symbols import Kind, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.explanation.inference_graph import Fact, Graph
    from framesage.report.html.diagram.selection import Picture
    from framesage.report.html.links import Paging

LINE = 17.0  # of text, in the picture's units
_PADDING = 14.0
_NAME, _WORDS, _NOTE = 20, 22, 23  # characters that fit in a line: a package's name, words, a note
_TITLE = 27  # and in a trait


@frozen
class Box:
    """One box: its kind (``line``, ``trait``, ``goal``), title in lines, a note, a full name for
    those who do not see it, and the attributes of its link, if it leads anywhere."""

    kind: str
    title: tuple[str, ...]
    note: str
    name: str
    link: dict[str, str | int]
    classes: str = ""

    @property
    def height(self) -> float:
        """How tall it is."""
        return _PADDING + LINE * (len(self.title) + bool(self.note))


@frozen
class BoxMaker:
    """Makes the boxes of one project's picture; ``prefix`` sets its ids apart on the page."""

    assessment: Assessment
    paging: Paging
    prefix: str

    def boxes(self, graph: Graph, picture: Picture) -> Iterator[tuple[str, Box]]:
        """Yield each box with its id in the graph."""
        facts = {one.id: one for one in graph.facts}
        lines, *traits, goals = picture.columns
        for one in lines:
            yield one, self._line(facts[one])
        for one in (name for column in traits for name in column):
            yield one, self._trait(parse(one).name, picture.hidden.get(one, 0))
        for one in goals:
            yield one, self._goal(parse(one).name)

    def _line(self, fact: Fact) -> Box:
        named = parse(fact.id).kind is Kind.PACKAGE
        title = _cropped(fact.words.removeprefix("the "), _NAME if named else _WORDS)
        locations = [line_name(location, self.assessment.project) for location in fact.locations]
        more = f" +{len(locations) - 1}" if len(locations) > 1 else ""
        note = _cropped_left(locations[0], _NOTE - len(more)) if locations else ""
        link = self.paging.to(fact.locations[0]) if fact.locations else {}
        name = f"{fact.words}, {' and '.join(locations)}" if locations else fact.words
        return Box("line", (title,), note + more, name, link, "package" if named else "")

    def _trait(self, trait: str, hidden: int) -> Box:
        words = self.assessment.rule_base.traits[trait].title
        conclusion = self.assessment.memory.conclusion(symbols.trait(trait))
        certainty = belief_words(conclusion, self.assessment)
        more = f", {hidden} more" if hidden else ""
        title = tuple(textwrap.wrap(words, _TITLE)[:2])
        link: dict[str, str | int] = {"href": f"#{self.prefix}{trait}"}
        return Box("trait", title, certainty + more, f"{words}: {certainty}", link)

    def _goal(self, framework: str) -> Box:
        verdict = self.assessment.verdict
        title = self.assessment.rule_base.frameworks[framework].title
        favored = verdict.favors == framework
        note = f"{verdict.certainty} certainty" if favored else ""
        name = f"{title}, favored with {note}" if favored else title
        link: dict[str, str | int] = {"href": f"#{self.prefix}reasons"}
        return Box("goal", (title,), note, name, link, framework + " favored" * favored)


def _cropped(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _cropped_left(text: str, most: int) -> str:
    return text if len(text) <= most else f"…{text[1 - most :]}"
