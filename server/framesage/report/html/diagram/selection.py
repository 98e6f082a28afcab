"""Which part of the inference is drawn, and in which columns: lines, traits, what follows, verdict.

A picture that shows everything shows nothing. Each trait keeps its strongest lines and is told how
many more there are; the list of the evidence has them all.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase import symbols
from framesage.rulebase.symbols import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from framesage.explanation.inference_graph import Graph, Link

MOST_TRAITS = 10
_LINES = ((4, 5), (7, 3), (MOST_TRAITS, 2))  # of up to so many traits each shows so many lines


@frozen
class Picture:
    """Ids by column, from left to right (the third may be empty), the links that are drawn, how
    many lines each trait has that are not, and how many traits are left out."""

    columns: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    hidden: Mapping[str, int]
    left_out: int


def picture(graph: Graph) -> Picture:
    """Choose what is drawn."""
    concluded = _concluded(graph)
    chosen = _most_telling(graph, concluded)
    follows = tuple(one for one in chosen if one in concluded and _drawn(one, graph, chosen))
    behind = {source for one in follows for source in _sources(one, graph)}
    seen = tuple(one for one in chosen if one not in follows and _leads_on(one, graph, behind))
    lines, hidden = _lines(graph, seen, follows)
    goals = tuple(dict.fromkeys(one.target for one in graph.links if _is_goal(one.target)))
    columns = (tuple(dict.fromkeys(one.source for one in lines)), seen, follows, goals)
    column = {name: at for at, names in enumerate(columns) for name in names}
    onward = [
        one
        for one in graph.links
        if symbols.trait_of(one.source) and column.get(one.source, 9) < column.get(one.target, 0)
    ]
    left_out = len(graph.traits) - len(seen) - len(follows)
    return Picture(columns, (*lines, *onward), hidden, left_out)


def _concluded(graph: Graph) -> set[str]:
    """Return the traits that rest more on other traits than on what was read."""
    direct, derived = defaultdict[str, float](float), defaultdict[str, float](float)
    for link in graph.links:
        sums = derived if symbols.trait_of(link.source) else direct
        sums[link.target] += link.weight
    return {one for one in derived if symbols.trait_of(one) and derived[one] > direct[one]}


def _most_telling(graph: Graph, concluded: Iterable[str]) -> list[str]:
    """Return the traits to draw: those that speak for a framework, then what these rest on most."""
    names = [symbols.trait(trait) for trait in graph.traits]
    telling = [one for one in names if _speaks(one, graph)]
    behind = [one for trait in telling if trait in concluded for one in _sources(trait, graph)[:1]]
    further = [one for trait in telling if trait in concluded for one in _sources(trait, graph)]
    kept = list(dict.fromkeys((*telling, *behind, *further)))[:MOST_TRAITS] or names
    return [one for one in names if one in kept]


def _drawn(trait: str, graph: Graph, chosen: Iterable[str]) -> bool:
    """Tell whether some trait that a trait follows from is drawn too."""
    return any(source in chosen for source in _sources(trait, graph))


def _leads_on(trait: str, graph: Graph, behind: Collection[str]) -> bool:
    """Tell whether a trait has something to lead to; where nothing has, all are as good."""
    open_end = not any(_is_goal(one.target) for one in graph.links)
    return open_end or _speaks(trait, graph) or trait in behind


def _speaks(trait: str, graph: Graph) -> bool:
    return any(one.source == trait and _is_goal(one.target) for one in graph.links)


def _is_goal(symbol: str) -> bool:
    return symbols.parse(symbol).kind is Kind.FAVORS


def _sources(trait: str, graph: Graph) -> list[str]:
    """Return the traits that a trait follows from, the weightiest first."""
    links = [one for one in graph.links if one.target == trait and symbols.trait_of(one.source)]
    return [one.source for one in sorted(links, key=lambda one: -one.weight)]


def _lines(
    graph: Graph, seen: Sequence[str], follows: Sequence[str]
) -> tuple[list[Link], dict[str, int]]:
    """Return the strongest links from lines to each trait, and how many each has beyond those."""
    most = next((lines for traits, lines in _LINES if len(seen) <= traits), 2)
    drawn: list[Link] = []
    hidden: dict[str, int] = {}
    for trait in (*seen, *follows):
        links = [
            one for one in graph.links if one.target == trait and not symbols.trait_of(one.source)
        ]
        links.sort(key=lambda one: -one.weight)
        shown = links[: most if trait in seen else 0]
        drawn += shown
        if len(links) > len(shown):
            hidden[trait] = len(links) - len(shown)
    return drawn, hidden
