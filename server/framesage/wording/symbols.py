"""What a condition looks for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.symbols import DECIDED, Kind, change, includes, parse, parts
from framesage.wording.phrases import join_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framesage.rulebase.framework_model import Battery, Framework

MOST_NAMED = 6
_SAID: dict[tuple[str, ...], tuple[str, str]] = {
    (DECIDED,): ("the settings decide the framework", "no setting decides the framework"),
    (change("included"),): (
        "asks for a package that its framework makes needless",
        "asks for no package that its framework makes needless",
    ),
    (change("broken"),): (
        "asks for a package that no longer works with its framework",
        "asks for no package that no longer works with its framework",
    ),
    (change("superseded"),): (
        "asks for a package that something else has superseded",
        "asks for no package that something else has superseded",
    ),
    (parts("apart"),): ("each framework has a part of its own", "one part has both frameworks"),
    (parts("together"),): ("one part has both frameworks", "each framework has a part of its own"),
}


def battery_words(battery: Battery, symbols: Sequence[str], wanted: bool, found: bool) -> str:
    """Return that something, or nothing, stands for what Django includes; if so, the look says."""
    words = f"{'something' if wanted else 'nothing'} stands for {battery.title}"
    return words if found or not symbols else f"{words}, such as {_some(symbols, {})}"


def symbols_words(symbols: Sequence[str], frameworks: Mapping[str, Framework], wanted: bool) -> str:
    """Return that one, or none, of the symbols is seen."""
    if includes(symbols, Kind.VERDICT):
        some = _some(symbols, frameworks)
        return f"the verdict is {some}" if wanted else f"it is not so that the verdict is {some}"
    said = _SAID.get(tuple(symbols))
    if said:
        return said[0 if wanted else 1]
    some = _some(symbols, frameworks)
    return f"requires {some}" if wanted else f"does not require {some}"


def _some(symbols: Sequence[str], frameworks: Mapping[str, Framework]) -> str:
    names = [_symbol(symbol, frameworks) for symbol in symbols]
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return join_words(names, "or")


def _symbol(symbol: str, frameworks: Mapping[str, Framework]) -> str:
    kind, name, detail = parse(symbol)
    if kind is Kind.PACKAGE:
        return f"{name} {detail}" if detail else name
    title = frameworks[name].title if name in frameworks else name
    if kind is Kind.PLUGIN:
        return f"a package made for {title}"
    if kind is Kind.RELEASE:
        return f"{detail} releases of {title} only"
    return f"{title} with {detail} certainty or more" if detail else title
