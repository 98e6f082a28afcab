"""The part of the inference graph that the diagram shows.

Its columns are observations, traits that rest on them, traits that follow from these, frameworks.

A diagram of everything would be unreadable. Each trait keeps its strongest observations and the
number of the others; the list of evidence below the diagram is complete.
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
_MOST_OBSERVATIONS = ((4, 5), (7, 3), (MOST_TRAITS, 2))  # number of traits, observations of each


@frozen
class Selection:
    """Ids by column from left to right (the third may be empty), the links between them, the number
    of hidden observations of each trait, and the number of hidden traits."""

    columns: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    hidden: Mapping[str, int]
    hidden_traits: int


def select(graph: Graph) -> Selection:
    """Select the part of a graph that the diagram shows."""
    derived = _derived_traits(graph)
    traits = _main_traits(graph, derived)
    third = tuple(trait for trait in traits if trait in derived and _drawn(trait, graph, traits))
    behind = {source for trait in third for source in _traits_behind(trait, graph)}
    second = tuple(
        trait for trait in traits if trait not in third and _leads_on(trait, graph, behind)
    )
    observed, hidden = _observed(graph, second, third)
    goals = tuple(dict.fromkeys(link.target for link in graph.links if _is_goal(link.target)))
    columns = (tuple(dict.fromkeys(link.source for link in observed)), second, third, goals)
    column = {name: index for index, names in enumerate(columns) for name in names}
    onward = [
        link
        for link in graph.links
        if symbols.trait_of(link.source) and column.get(link.source, 9) < column.get(link.target, 0)
    ]
    hidden_traits = len(graph.traits) - len(second) - len(third)
    return Selection(columns, (*observed, *onward), hidden, hidden_traits)


def _derived_traits(graph: Graph) -> set[str]:
    """Return the traits that rest more on other traits than on observations."""
    direct, derived = defaultdict[str, float](float), defaultdict[str, float](float)
    for link in graph.links:
        sums = derived if symbols.trait_of(link.source) else direct
        sums[link.target] += link.weight
    return {name for name in derived if symbols.trait_of(name) and derived[name] > direct[name]}


def _main_traits(graph: Graph, derived: Iterable[str]) -> list[str]:
    """Return the traits to draw: those that favor a framework, then the main ones behind these."""
    names = [symbols.trait(trait) for trait in graph.traits]
    favoring = [name for name in names if _favors(name, graph)]
    behind = [_traits_behind(name, graph) for name in favoring if name in derived]
    first = [name for sources in behind for name in sources[:1]]
    others = [name for sources in behind for name in sources]
    kept = list(dict.fromkeys((*favoring, *first, *others)))[:MOST_TRAITS] or names
    return [name for name in names if name in kept]


def _drawn(trait: str, graph: Graph, traits: Iterable[str]) -> bool:
    """Return whether the diagram shows a trait behind this one."""
    return any(source in traits for source in _traits_behind(trait, graph))


def _leads_on(trait: str, graph: Graph, behind: Collection[str]) -> bool:
    """Return whether a trait leads to another column; without any framework, every trait counts."""
    without_goals = not any(_is_goal(link.target) for link in graph.links)
    return without_goals or _favors(trait, graph) or trait in behind


def _favors(trait: str, graph: Graph) -> bool:
    return any(link.source == trait and _is_goal(link.target) for link in graph.links)


def _is_goal(symbol: str) -> bool:
    return symbols.parse(symbol).kind is Kind.FAVORS


def _traits_behind(trait: str, graph: Graph) -> list[str]:
    """Return the traits that a trait follows from, by falling weight."""
    links = [link for link in graph.links if link.target == trait and symbols.trait_of(link.source)]
    return [link.source for link in sorted(links, key=lambda link: -link.weight)]


def _observed(
    graph: Graph, second: Sequence[str], third: Sequence[str]
) -> tuple[list[Link], dict[str, int]]:
    """Return the strongest links from observations to each trait, and how many each has beyond."""
    most = next((number for traits, number in _MOST_OBSERVATIONS if len(second) <= traits), 2)
    drawn: list[Link] = []
    hidden: dict[str, int] = {}
    for trait in (*second, *third):
        links = [
            link
            for link in graph.links
            if link.target == trait and not symbols.trait_of(link.source)
        ]
        links.sort(key=lambda link: -link.weight)
        shown = links[: most if trait in second else 0]
        drawn += shown
        if len(links) > len(shown):
            hidden[trait] = len(links) - len(shown)
    return drawn, hidden
