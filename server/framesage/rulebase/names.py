"""Error messages for unknown and malformed names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.suggest import closest_match, series

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_SIMPLE_REQUIREMENT = re.compile(
    r"[a-z0-9]+(?:[-._][a-z0-9]+)*(?: ?(?:==|>=|<=|<|>|~=) ?[0-9]+(?:\.[0-9]+)+)?", re.IGNORECASE
)
_PACKAGE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONG_NUMBER = re.compile(r"[0-9]{100}")  # Python does not convert numbers of thousands of digits


MOST_CHOICES = 40
"""A message lists the known names up to this number."""

INSTEAD = {
    "not": "none", "and": "all", "or": "any", "if": "when", "condition": "when",
    "level": "severity", "weight": "strength", "source": "references", "url": "references",
    "text": "message", "expected": "wanted", "dependencies": "requirements",
    "battery": "package-for", "need": "package-for", "group": "evidence", "derive": "derivation",
}  # fmt: skip
"""Keys that people use by mistake, with those of rule files."""
_OR_ELSE = {"need": "battery", "package-for": "battery", "set": "package-set"}
"""The same, for tables that do not have the keys of ``INSTEAD``."""


_LISTED = {"rule": "see `framesage rules list`", "trait": "see `framesage rules traits`"}


def unknown(kind: str, name: str, known: Collection[str]) -> str:
    """Return the message for an unknown name: with the closest known name, or else all of them."""
    near = closest_match(name, known)
    if near:
        return f"unknown {kind} '{name}'; did you mean '{near}'?"
    choices = alternatives(sorted(known) if kind == "key" else known)
    hint = f"use {choices}" if choices else _LISTED.get(kind)
    return f"unknown {kind} '{name}'" + (f"; {hint}" if hint else "")


def intended_key(key: str, known: Collection[str]) -> str:
    """Return the known key that an unknown one stands for, or ""."""
    return _instead(key, known) or closest_match(key, known)


def _instead(key: str, known: Collection[str]) -> str:
    found = (INSTEAD.get(key, ""), _OR_ELSE.get(key, ""))
    return next((name for name in found if name in known), "")


def unknown_key(key: str, known: Collection[str]) -> str:
    """Return the message for an unknown key."""
    instead = _instead(key, known)
    if not instead:
        return unknown("key", key, known)
    shown = f"{instead} = [...]" if instead in ("none", "all", "any") else f"'{instead}'"
    return f"unknown key '{key}'; use {shown}"


def alternatives(names: Iterable[str]) -> str:
    """Return ``'a', 'b' or 'c'``; "" if there are too many names to list."""
    listed = tuple(names)
    return series(listed, "or") if len(listed) <= MOST_CHOICES else ""


def not_a_candidate(framework: str, candidates: Iterable[str]) -> str:
    """Return the message for a known framework where only a candidate fits."""
    return f"'{framework}' is not a candidate here; use {alternatives(candidates)}"


def is_package(name: str) -> bool:
    """Return whether a name is a normalized package name (PEP 503)."""
    return _PACKAGE.fullmatch(name) is not None


def not_a_package(name: str) -> str:
    """Return the message for a name that is not a normalized package name."""
    if "*" in name:
        where = "in the condition 'package' and in [[neutral]]"
        return f"'{name}' is not a package name; wildcards are only allowed {where}"
    start = re.match(r"[\w.-]+(?=\s*[<>=!~@;\[])", name)
    if start and is_package(canonicalize_name(start[0])):
        return f"'{name}' is more than a package name; write '{canonicalize_name(start[0])}'"
    normalized = canonicalize_name("-".join(name.split()))
    if is_package(normalized):
        return f"write '{normalized}' instead of '{name}': package names must be normalized"
    return f"'{name}' is not a valid package name"


def is_specifier(text: str) -> bool:
    """Return whether a string is a version specifier (PEP 440)."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    if _LONG_NUMBER.search(text):
        return False
    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        return False
    return True


def not_a_specifier(text: str) -> str:
    """Return the message for a string that is not a version specifier."""
    return f"'{text}' is not a version specifier (PEP 440), like '>=3'"


def is_requirement(text: str) -> bool:
    """Return whether a string is a requirement (PEP 508)."""
    if _SIMPLE_REQUIREMENT.fullmatch(text):  # nearly all are, and parsing them takes time
        return True
    if _LONG_NUMBER.search(text):
        return False
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        Requirement(text)
    except InvalidRequirement:
        return False
    return True
