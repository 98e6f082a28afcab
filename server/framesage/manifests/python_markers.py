"""Translate Poetry's conditions of a requirement, ``python`` and ``platform``, into a marker."""

from __future__ import annotations

import re

_OR = re.compile(r"\|\|?")
_CLAUSE = re.compile(r"(\^|~=|~|===?|!=|>=|<=|<|>|=)?\s*v?([0-9]{1,9}(?:\.[0-9]{1,9}){0,2})(\.\*)?")
_SEPARATORS = re.compile(r"[\s,]*")
_PLATFORM = re.compile(r"(==|!=)?\s*([\w.-]+)")
_FULL = (">", "<=")  # "> 3.8" includes 3.8.1, whose python_version is not greater


def python_marker(constraint: str) -> str:
    """Return the marker of a constraint on Python; "" for any Python, or if it is incomplete."""
    return _any_of([_all_of(part) for part in _OR.split(constraint)])


def platform_marker(constraint: str) -> str:
    """Return the marker of a constraint on the platform; "" if it is incomplete."""
    matches = [_PLATFORM.fullmatch(part.strip()) for part in _OR.split(constraint)]
    return _any_of([_comparison("sys_platform", m[1] or "==", m[2]) if m else "" for m in matches])


def combined(*markers: str) -> str:
    """Return the marker that is true if all of the markers are."""
    given = [marker for marker in markers if marker]
    if len(given) == 1:
        return given[0]
    return " and ".join(f"({marker})" if " or " in marker else marker for marker in given)


def _any_of(markers: list[str]) -> str:
    return " or ".join(markers) if all(markers) else ""


def _all_of(text: str) -> str:
    """Return the marker of clauses that all must hold; "" if one is incomplete."""
    found: list[str] = []
    at = _skip(text, 0)
    while at < len(text):
        clause = _CLAUSE.match(text, at)
        if clause is None:
            return ""
        found += _comparisons(clause[1] or "==", clause[2], is_wildcard=bool(clause[3]))
        at = _skip(text, clause.end())
    return " and ".join(found)


def _skip(text: str, at: int) -> int:
    match = _SEPARATORS.match(text, at)
    return match.end() if match else at


def _comparisons(operator: str, version: str, *, is_wildcard: bool) -> list[str]:
    """Return what a clause compares; ``^3.8`` has a lower and an upper limit."""
    parts = version.split(".")
    if operator == "^" or (operator == "~" and len(parts) == 1):
        return [_python(">=", version), _python("<", _after(parts[:1]))]
    if operator == "~":
        return [_python(">=", version), _python("<", _after(parts[:2]))]
    if is_wildcard and len(parts) == 1 and operator != "!=":
        return [_python(">=", version), _python("<", _after(parts))]
    return [_python("==" if operator == "=" else operator, version)]


def _after(parts: list[str]) -> str:
    return ".".join([*parts[:-1], str(int(parts[-1]) + 1)])


def _python(operator: str, version: str) -> str:
    count = version.count(".") + 1
    if operator in _FULL and count < 3:
        version, count = version + ".0" * (3 - count), 3
    return _comparison("python_full_version" if count > 2 else "python_version", operator, version)


def _comparison(variable: str, operator: str, value: str) -> str:
    return f'{variable} {operator} "{value}"'
