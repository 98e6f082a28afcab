"""Error messages for unknown and malformed names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.suggest import closest_match

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Return the message for an unknown name, with the closest known name if there is one."""
    near = closest_match(name, known)
    hint = f"; did you mean '{near}'?" if near else ""
    return f"unknown {kind} '{name}'{hint}"


def is_package(name: str) -> bool:
    """Return whether a name is a normalized package name (PEP 503)."""
    return _PACKAGE.fullmatch(name) is not None


def not_a_package(name: str) -> str:
    """Return the message for a name that is not a normalized package name."""
    normalized = canonicalize_name(name)
    if is_package(normalized):
        return f"write '{normalized}' instead of '{name}': package names must be normalized"
    return f"'{name}' is not a valid package name"


def is_specifier(text: str) -> bool:
    """Return whether a string is a version specifier (PEP 440)."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        return False
    return True
