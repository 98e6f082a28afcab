"""What the rule base holds of frameworks: releases, what they include, what time changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from framesage.frozen import frozen

if TYPE_CHECKING:
    from datetime import date

ChangeKind = Literal["broken", "included", "superseded"]
"""What happened to a package, the gravest first."""


@frozen
class Framework:
    """A web framework: one of the two, or another (``other``), for which the question is wrong."""

    id: str
    title: str
    packages: tuple[str, ...]
    references: tuple[str, ...] = ()
    other: bool = False
    strength: float = 0.0  # of its own packages; 0: the scale's
    plugin_prefixes: tuple[str, ...] = ()
    plugin_packages: tuple[str, ...] = ()
    plugin_exceptions: tuple[str, ...] = ()
    plugin_strength: float = 0.0
    bundled_by: tuple[str, ...] = ()  # products that sit on it and bring it along

    def has_plugin(self, package: str) -> bool:
        """Tell whether a package (normalised name) is a plugin of this framework."""
        if package in self.plugin_packages:
            return True
        return package.startswith(self.plugin_prefixes) and package not in self.plugin_exceptions


@frozen
class PackageSet:
    """Packages with a name, so that several conditions can share them."""

    id: str
    packages: tuple[str, ...]


@frozen
class Release:
    """A release series of a framework and how long it gets security fixes."""

    framework: str
    series: str
    security_until: date | None
    lts: bool
    source: str


@frozen
class Battery:
    """Something Django includes, and the packages that stand for it elsewhere.

    To add, it has those of ``suggest``, where one of ``suggest_with`` is required (none: always).
    """

    id: str
    title: str
    django: str
    docs: str
    packages: tuple[str, ...]
    duplicates: tuple[str, ...] = ()
    trait: str = ""
    large: bool = False
    suggest: tuple[str, ...] = ()
    suggest_with: tuple[str, ...] = ()


@frozen
class PackageChange:
    """What time has done to a package made for a framework.

    ``kind`` is ``included`` (the framework does it itself), ``broken`` (it cannot be imported) or
    ``superseded`` (something else took its location). It holds with releases of the framework from
    ``since`` on and for the package's own ``versions`` (PEP 440), each "" for all.
    """

    package: str
    framework: str
    kind: ChangeKind
    words: str
    source: str
    since: str = ""
    versions: str = ""


@frozen
class Comparison:
    """One row of the comparison of the two frameworks, and the traits it matters to."""

    topic: str
    flask: str
    django: str
    references: tuple[str, ...]
    traits: tuple[str, ...] = ()
