"""Rewrite a version specifier so that it admits a later version, in the style it is written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLAUSE = re.compile(
    r"(?P<operator>={1,3}|[<>!~]=|[<>^~])(?P<gap>\s*)v?(?P<numbers>[0-9]+(?:\.[0-9]+)*)"
    r"(?P<rest>\.\*|[\w.+-]*)"
)
_BARE = re.compile(r"v?(?P<numbers>[0-9]+(?:\.[0-9]+)*)(?P<rest>\.\*|[\w.+-]*)")
_SEPARATOR = re.compile(r"\s*,\s*")
_SPACES = re.compile(r"\s+")
_LOWER, _UPPER, _EXCLUDED = (">=", ">"), ("<", "<="), "!="

Numbers = tuple[int, ...]


@frozen
class _Clause:
    operator: str
    gap: str
    numbers: Numbers
    rest: str


def raise_specifier(specifier: str, version: str, *, within_series: bool = False) -> str:
    """Return a specifier for a version and later ones, as wide as the old one.

    A range keeps its width (``>=3.0,<3.1`` to ``>=3.1,<3.2``). A pin becomes a compatible release,
    so that fixes get in: ``==3.0.3`` to ``~=3.1``, or to ``~=3.1.0`` if it has to stay
    ``within_series``. Returns "" if the style is unknown.
    """
    target = _numbers(version)
    bare = _BARE.fullmatch(specifier)
    if bare:  # the pin of Poetry, Conda and Pixi
        return _bare(target, within_series)
    written = _SEPARATOR.split(specifier)
    clauses = [_clause(text) for text in written]
    separator = _SEPARATOR.search(specifier)
    known = [clause for clause in clauses if clause and clause.operator != _EXCLUDED]
    if not all(clauses) or not known:
        return ""
    raised = _range(known, target) if _is_range(known) else _single(known, target, within_series)
    gap = known[0].gap
    comma = _SPACES.sub(" ", separator.group()) if separator else ","
    return comma.join(f"{operator}{gap}{text}" for operator, text in raised)


def _clause(text: str) -> _Clause | None:
    match = _CLAUSE.fullmatch(text)
    if match is None:
        return None
    return _Clause(match["operator"], match["gap"], _numbers(match["numbers"]), match["rest"])


def _is_range(clauses: Sequence[_Clause]) -> bool:
    return all(clause.operator in (*_LOWER, *_UPPER) for clause in clauses)


def _range(clauses: Sequence[_Clause], target: Numbers) -> list[tuple[str, str]]:
    """Return the bounds around a version; an upper one that admits it is kept."""
    lower = next((clause for clause in clauses if clause.operator in _LOWER), None)
    upper = next((clause for clause in clauses if clause.operator in _UPPER), None)
    raised = [(">=", _dotted(_padded(target, len(lower.numbers) if lower else 0)))]
    if upper is None:
        return raised
    above = upper.numbers if upper.numbers > target else _above(upper, target)
    raised.append((upper.operator if above is upper.numbers else "<", _dotted(above)))
    return raised


def _above(upper: _Clause, target: Numbers) -> Numbers:
    """Return the upper bound as far above a version as the old one was: a minor or major step."""
    is_minor = any(upper.numbers[1:]) or (upper.operator == "<=" and len(upper.numbers) > 1)
    series = _series(target)
    step = (series[0], series[1] + 1) if is_minor else (target[0] + 1,)
    return step if upper.operator == "<=" else _padded(step, len(upper.numbers))


def _single(
    clauses: Sequence[_Clause], target: Numbers, within_series: bool
) -> list[tuple[str, str]]:
    """Return the clause for a pin, a compatible release, or a caret or tilde of Poetry.

    Limits beside it limit the old release, and are left out.
    """
    clause = next(clause for clause in clauses if clause.operator not in (*_LOWER, *_UPPER))
    operator, is_pin = clause.operator, clause.operator.strip("=") == ""
    if operator == "=":  # Conda's
        return [(operator, _dotted(target))]
    if is_pin and clause.rest == ".*" and within_series:
        return [(operator, f"{_dotted(target)}.*")]
    if is_pin:
        return [("~=", _dotted(_padded(target, 3) if within_series else _shortest(target)))]
    return [(operator, _dotted(_padded(target, len(clause.numbers))))]


def _bare(target: Numbers, within_series: bool) -> str:
    """Return the specifier instead of a bare version, in a form that all formats share."""
    if within_series:
        return f"{_dotted(_series(target))}.*"
    return f">={_dotted(target)},<{target[0] + 1}"


def _series(numbers: Numbers) -> Numbers:
    return _padded(numbers, 2)[:2]


def _shortest(numbers: Numbers) -> Numbers:
    """Return a version without zeros at its end, but with two numbers at least."""
    while len(numbers) > 2 and not numbers[-1]:
        numbers = numbers[:-1]
    return _padded(numbers, 2)


def _padded(numbers: Numbers, length: int) -> Numbers:
    return numbers + (0,) * (length - len(numbers))


def _numbers(version: str) -> Numbers:
    return tuple(int(part) for part in version.split("."))


def _dotted(numbers: Numbers) -> str:
    return ".".join(map(str, numbers))
