"""Names: what to say of one that is unknown or not written as it should be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.suggest import closest_match

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Return the message for an unknown name, with the nearest known one if one is near."""
    near = closest_match(name, known)
    hint = f"; did you mean '{near}'?" if near else ""
    return f"unknown {kind} '{name}'{hint}"


def is_package(name: str) -> bool:
    """Tell whether a name is a normalised package name (PEP 503)."""
    return _PACKAGE.fullmatch(name) is not None


def no_package(name: str) -> str:
    """Return what to say of a name that is not normalised, or none at all."""
    normalised = canonicalize_name(name)
    if is_package(normalised):
        return f"write '{normalised}' for '{name}': names are normalised here"
    return f"'{name}' is no package name"


def is_specifier(text: str) -> bool:
    """Tell whether a text is a version specifier (PEP 440)."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        return False
    return True
