"""The symbols of a condition in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.requirement_query import query_of
from framesage.rulebase.symbols import (
    DECIDED,
    UNREAD,
    Kind,
    change,
    clash,
    includes,
    parse,
    parts,
)
from framesage.wording.grammar import join_words, limit_words
from framesage.wording.layout import layout_words
from framesage.wording.requirement_queries import requirements_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.need_model import Need

MOST_NAMED = 6
_SENTENCES: dict[tuple[str, ...], tuple[str, str]] = {
    (UNREAD,): (
        "requires a list or package of the repository that cannot be read",
        "everything of the repository that it requires can be read",
    ),
    (DECIDED,): ("the settings declare the framework", "the settings declare no framework"),
    (change("included"),): (
        "requires a package that its framework replaces",
        "requires no package that its framework replaces",
    ),
    (change("broken"),): (
        "requires a package that no longer works with its framework",
        "requires no package that no longer works with its framework",
    ),
    (change("superseded"),): (
        "requires a superseded package",
        "requires no superseded package",
    ),
    (change("unsafe"),): (
        "requires an unmaintained security package",
        "requires no unmaintained security package",
    ),
    (change("backport"),): (
        "requires a backport of what its Python includes",
        "requires no backport of what its Python includes",
    ),
    (change("pending"),): (
        "requires a package that the upgrade of its framework breaks",
        "requires no package that the upgrade of its framework breaks",
    ),
    (clash("conflicting"),): (
        "requires versions that cannot be installed together",
        "requires versions that can be installed together",
    ),
    (clash("incompatible"),): (
        "requires versions that do not work together",
        "requires versions that work together",
    ),
    (clash("unlimited"),): (
        "requires a release that fails with newer versions of a package that nothing limits",
        "requires no release that fails with newer versions of a package that nothing limits",
    ),
    (parts("apart"),): ("each framework has its own part", "one part requires several frameworks"),
    (parts("together"),): (
        "one part requires several frameworks",
        "each framework has its own part",
    ),
}
UNREAD_WORDS = _SENTENCES[(UNREAD,)]
"""That something of the repository cannot be read, and that everything can."""


def need_words(need: Need, symbols: Sequence[str], wanted: bool, found: bool) -> str:
    """Return that the project has, or lacks, a package for a need."""
    words = f"requires {'a' if wanted else 'no'} package for {need.title}"
    return words if found or not symbols else f"{words}, such as {_any_of(symbols, {})}"


def symbols_words(symbols: Sequence[str], frameworks: Mapping[str, Framework], wanted: bool) -> str:
    """Return that the project has at least one of the symbols, or none of them."""
    if includes(symbols, Kind.VERDICT):
        names = _any_of(symbols, frameworks)
        return f"the verdict is {names}" if wanted else f"the verdict is not {names}"
    sentences = _SENTENCES.get(tuple(symbols))
    if sentences:
        return sentences[0 if wanted else 1]
    if includes(symbols, Kind.REQUIREMENT):
        names = requirements_words([query_of(symbol) for symbol in symbols], MOST_NAMED)
        return f"requires {names}" if wanted else f"does not require {names}"
    names = _any_of(symbols, frameworks)
    if includes(symbols, Kind.PYTHON):
        return f"{'supports' if wanted else 'does not support'} Python {names}"
    if includes(symbols, Kind.PROJECT):
        return f"is {'' if wanted else 'not '}called {names}"
    if includes(symbols, Kind.LAYOUT):
        return f"the file names show {names}" if wanted else f"the file names do not show {names}"
    return f"requires {names}" if wanted else f"does not require {names}"


def _any_of(symbols: Sequence[str], frameworks: Mapping[str, Framework]) -> str:
    names = [_symbol(symbol, frameworks) for symbol in symbols]
    return join_words(limit_words(names, MOST_NAMED), "or")


def _symbol(symbol: str, frameworks: Mapping[str, Framework]) -> str:
    kind, name, detail = parse(symbol)
    if kind is Kind.PACKAGE:
        return f"{name} {detail}" if detail else name
    if kind is Kind.LAYOUT:
        return layout_words(name)
    if kind is Kind.REQUIREMENT:
        return name
    title = frameworks[name].title if name in frameworks else name
    if kind is Kind.PLUGIN:
        return f"a package made for {title}"
    if kind is Kind.RELEASE:
        return f"only {detail} releases of {title}"
    return f"{title} with at least {detail} certainty" if detail else title
