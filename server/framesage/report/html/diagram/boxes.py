"""The boxes of the diagram: their text, height and link."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from framesage.analysis.verdict import is_enough
from framesage.frozen import frozen
from framesage.report.html.links import line_name
from framesage.rulebase import symbols
from framesage.rulebase.symbols import Kind, parse
from framesage.wording.grammar import join_words, shorten
from framesage.wording.reasons import NEW_PROJECT, belief_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.explanation.inference_graph import Graph, Observation
    from framesage.report.html.diagram.selection import Selection
    from framesage.report.html.links import Paging

LINE = 17.0  # height of a line of text, in the units of the diagram
_PADDING = 14.0
_NAME, _WORDS, _NOTE = 20, 22, 23  # longest name of a package, other text, note, in characters
_TITLE = 27  # longest line of a trait's title


@frozen
class Box:
    """A box: its kind (``line``, ``trait``, ``goal``), its words, the lines of its title, which may
    be shorter, a note, its accessible name, and the attributes of its link ({} without one)."""

    kind: str
    words: str
    title: tuple[str, ...]
    note: str
    name: str
    link: dict[str, str | int]
    classes: str = ""

    @property
    def height(self) -> float:
        """The height in the units of the diagram."""
        return _PADDING + LINE * (len(self.title) + bool(self.note))


@frozen
class BoxMaker:
    """Makes the boxes of a project's diagram; ``prefix`` makes its ids unique on the page."""

    assessment: Assessment
    paging: Paging
    prefix: str

    def boxes(self, graph: Graph, selection: Selection) -> Iterator[tuple[str, Box]]:
        """Yield each box with its id in the graph."""
        observations = {observation.id: observation for observation in graph.observations}
        observed, *traits, goals = selection.columns
        for name in observed:
            yield name, self._observation(observations[name])
        for name in (name for column in traits for name in column):
            yield name, self._trait(parse(name).name, selection.hidden.get(name, 0))
        for name in goals:
            yield name, self._goal(parse(name).name)

    def _observation(self, observation: Observation) -> Box:
        is_package = parse(observation.id).kind is Kind.PACKAGE
        words, longest = observation.words, _NAME if is_package else _WORDS
        whole = words.removeprefix("the ")
        title = shorten(whole, longest, "…")
        project = self.assessment.project
        lines = [line_name(location, project) for location in observation.locations]
        more = f" +{len(lines) - 1}" if len(lines) > 1 else ""
        note = _shorten_left(lines[0], _NOTE - len(more)) if lines else ""
        link = self.paging.to(observation.locations[0]) if observation.locations else {}
        name = f"{words}, {join_words(lines)}" if lines else words
        return Box("line", whole, (title,), note + more, name, link, "package" * is_package)

    def _trait(self, trait: str, hidden: int) -> Box:
        words = self.assessment.rule_base.traits[trait].title
        conclusion = self.assessment.memory.conclusion(symbols.trait(trait))
        certainty = belief_words(conclusion, self.assessment.rule_base.scale)
        more = f", {hidden} more" if hidden else ""
        title = tuple(textwrap.wrap(words, _TITLE)[:2])
        link: dict[str, str | int] = {"href": f"#{self.prefix}{trait}"}
        return Box("trait", words, title, certainty + more, f"{words}: {certainty}", link)

    def _goal(self, framework: str) -> Box:
        verdict = self.assessment.verdict
        title = self.assessment.rule_base.frameworks[framework].title
        favored = verdict.favors == framework
        note = f"{verdict.certainty} certainty" if favored else ""
        name = f"{title}, favored with {note}" if favored else title
        if favored and is_enough(self.assessment):
            favored, note, name = False, NEW_PROJECT, f"{title} {NEW_PROJECT}"
        link: dict[str, str | int] = {"href": f"#{self.prefix}reasons"}
        return Box("goal", title, (title,), note, name, link, framework + " favored" * favored)


def _shorten_left(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"…{text[1 - longest :]}"
