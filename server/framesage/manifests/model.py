"""The parts of a dependency file, each with its exact range."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.text import Range


class Purpose(Enum):
    """The purpose of a group of requirements."""

    RUNTIME = "runtime"
    OPTIONAL = "optional"
    DEVELOPMENT = "development"

    def is_below(self, other: Purpose) -> bool:
        """Return whether the other purpose counts more: first run time, then extras."""
        ranks = (Purpose.DEVELOPMENT, Purpose.OPTIONAL, Purpose.RUNTIME)
        return ranks.index(self) < ranks.index(other)


class Origin(Enum):
    """Why a requirement is in the file."""

    DIRECT = "direct"
    VIA = "via"  # in a compiled file, because another package requires it
    CONSTRAINT = "constraint"  # restricts a version without requiring the package


@frozen
class Group:
    """The list that a requirement belongs to: the main list, an extra or a dependency group.

    An extra can have any purpose, by its name: ``dev`` is for development.
    """

    purpose: Purpose = Purpose.RUNTIME
    name: str = ""
    is_extra: bool = False


@frozen
class Requirement:
    """A requirement; ``range`` excludes the quotes around it.

    ``name`` is normalized (PEP 503). ``specifier`` and ``marker`` are source text, "" if missing.
    ``via`` are the normalized names of the packages that require it, in a compiled file.
    """

    name: str
    range: Range
    name_range: Range
    extras: tuple[str, ...] = ()
    specifier: str = ""
    marker: str = ""
    url: str = ""
    group: Group = Group()
    origin: Origin = Origin.DIRECT
    via: tuple[str, ...] = ()


@frozen
class Include:
    """A reference to another file (``-r``, ``-c``); ``target`` is the path as written.

    ``group`` is the list that the file is read for; None means the list that refers to it.
    """

    target: str
    range: Range
    constraint: bool = False
    group: Group | None = None


@frozen
class LocalPackage:
    """A package that a list requires from a folder; ``path`` is that of the folder.

    ``name`` is normalized, and "" if the list does not tell it. ``group`` is the list that requires
    the package, with these of its ``extras``.
    """

    path: str
    range: Range
    name: str = ""
    group: Group = Group()
    extras: tuple[str, ...] = ()


@frozen
class Workspace:
    """The patterns of the folders that are members of a workspace, and of those that are not."""

    members: tuple[str, ...]
    exclude: tuple[str, ...] = ()


@frozen
class Metadata:
    """A project's own metadata; ``key`` is ``name``, ``description``, ``keyword``, ``classifier``
    or ``requires-python``."""

    key: str
    value: str
    range: Range


@frozen
class Setting:
    """A key of ``[tool.framesage]`` or of a table below it; ``path`` starts below that table."""

    path: tuple[str, ...]
    value: object
    key_range: Range
    value_range: Range


@frozen
class SyntaxIssue:
    """A TOML syntax error in the settings of a file."""

    range: Range
    message: str


WHOLE_FILE = -1
"""The line of an ignore comment that applies to its whole file."""


@frozen
class Ignore:
    """A comment ``# framesage: ignore[rule-id, ...] reason``; without ids, it covers every rule.

    ``line`` is the 0-based line that it applies to: its own, or the next line with content if the
    comment has a line to itself, or ``WHOLE_FILE`` for ``ignore-file``.
    """

    rules: tuple[str, ...]
    reason: str
    range: Range
    line: int
