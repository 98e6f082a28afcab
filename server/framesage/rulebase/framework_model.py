"""Frameworks with their releases, package changes and comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

ChangeKind = Literal["broken", "unsafe", "included", "superseded", "backport"]
"""What happened to a package, the gravest first."""
PENDING = "pending"
"""The state of a package that is broken once an unsupported framework is upgraded."""


@frozen
class Framework:
    """A web framework: a candidate, or an ``other`` one."""

    id: str
    title: str
    packages: tuple[str, ...]
    references: tuple[str, ...] = ()
    other: bool = False
    strength: float = 0.0  # of its own packages; 0: that of the scale
    plugin_prefixes: tuple[str, ...] = ()
    plugin_suffixes: tuple[str, ...] = ()
    plugin_packages: tuple[str, ...] = ()
    plugin_exceptions: tuple[str, ...] = ()
    plugin_strength: float = 0.0
    bundled_by: tuple[str, ...] = ()  # packages that install it
    first_steps: tuple[str, ...] = ()  # what to do once it is installed, in Markdown
    covers: tuple[str, ...] = ()  # traits that do not put a project outside if it is a candidate

    def has_plugin(self, package: str) -> bool:
        """Return whether a package (normalized name) is a plugin of this framework."""
        if package in self.plugin_packages:
            return True
        return self.is_named_like_plugin(package) and package not in self.plugin_exceptions

    def is_named_like_plugin(self, package: str) -> bool:
        """Return whether a package (normalized name) has a prefix or suffix of plugins."""
        return package.startswith(self.plugin_prefixes) or package.endswith(self.plugin_suffixes)


@frozen
class Installer:
    """The command that installs what a file of a ``format`` lists, if a ``lock`` file is there.

    ``{file}`` in the command stands for the path of the file.
    """

    format: str
    command: str
    lock: str = ""


@frozen
class PackageSet:
    """A named set of packages that conditions share."""

    id: str
    packages: tuple[str, ...]


@frozen
class Release:
    """A release series of a framework with the end of its security support."""

    framework: str
    series: str
    security_until: date | None
    lts: bool
    source: str
    python: str = ""  # the oldest Python that it supports


@frozen
class PackageChange:
    """A package that newer releases of a framework or of Python affect, or another package.

    ``kind`` is ``included`` (the framework has it built in), ``broken`` (it cannot be imported),
    ``superseded`` (another package replaces it), ``unsafe`` (the same, and keeping it is a risk) or
    ``backport`` (Python has it built in). The change affects projects with the ``framework``,
    releases of it from ``since`` on, Python from ``python`` on, and ``versions`` of the package
    (PEP 440); "" means all. ``beside`` is a package that it needs, and the first version of that.
    Any ``replacement`` will do; they are known where another package takes over. ``fixed`` is
    the version to upgrade to.
    """

    package: str
    framework: str
    kind: ChangeKind
    words: str
    source: str
    since: str = ""
    versions: str = ""
    python: str = ""
    checked: date | None = None
    beside: tuple[str, str] | None = None
    replacement: tuple[str, ...] = ()
    fixed: str = ""


@frozen
class Comparison:
    """A row of the comparison: words for each candidate (by id), and the traits for which it
    matters."""

    topic: str
    words: Mapping[str, str]
    references: tuple[str, ...]
    traits: tuple[str, ...] = ()
