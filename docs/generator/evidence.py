"""The evidence for a trait in lists: packages, keywords, file names, words of a description."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.report.pages.model import Bullets, Item, Span, spans
from framesage.rulebase.symbols import Kind, parse
from framesage.wording.grammar import limit_words
from framesage.wording.layout import layout_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framesage.report.pages.model import Line
    from framesage.rulebase.model import EvidenceGroup, Scale

_MOST_WORDS = 12
_KINDS = {
    Kind.PACKAGE: "Packages",
    Kind.CLASSIFIER: "Classifiers",
    Kind.KEYWORD: "Keywords",
    Kind.LAYOUT: "Names of files",
    Kind.NAME: "In the project's name",
    Kind.KIND: "The description says that it is a",
    Kind.PART: "The description says that it has a",
    Kind.ABOUT: "The description is about a",
    Kind.ATTRIBUTE: "The description calls it",
    Kind.PHRASE: "In the description",
    Kind.LACKS: "The description says that it has no",
}
_IN_FULL = (Kind.PACKAGE, Kind.CLASSIFIER, Kind.KEYWORD)


def evidence_list(groups: Sequence[EvidenceGroup], scale: Scale) -> Bullets:
    """Return a list with an entry for each group of evidence."""
    return Bullets(tuple(_group(group, scale) for group in groups))


def _group(group: EvidenceGroup, scale: Scale) -> Item:
    by_kind: dict[Kind, dict[str, float]] = defaultdict(dict)
    for symbol, strength in group.strengths.items():
        kind, name, _ = parse(symbol)
        by_kind[kind][name] = strength
    side = "Against it" if group.against else "For it"
    parts = tuple(
        Item(line) for kind, names in by_kind.items() for line in _lines(kind, names, scale)
    )
    return Item(spans(f"{side}: {group.why}."), parts)


def _lines(kind: Kind, strengths: Mapping[str, float], scale: Scale) -> Iterator[Line]:
    """Yield a line for each strength, the greatest first."""
    by_strength: dict[float, list[str]] = defaultdict(list)
    for name, strength in strengths.items():
        by_strength[strength].append(layout_words(name) if kind is Kind.LAYOUT else name)
    for strength in sorted(by_strength, reverse=True):
        names = by_strength[strength]
        shown = names if kind in _IN_FULL else limit_words(names, _MOST_WORDS)
        yield (Span(f"{_KINDS[kind]} ({_word(strength, scale)}): {', '.join(shown)}"),)


def _word(strength: float, scale: Scale) -> str:
    """Return the name of a strength, or a number that has none."""
    return next(
        (word for word, value in scale.strengths.items() if value == strength), f"{strength:g}"
    )
