"""The parts of a dependency file, each with its exact range."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.text import Range


class Purpose(Enum):
    """What a group of requirements is for."""

    RUNTIME = "runtime"
    OPTIONAL = "optional"
    DEVELOPMENT = "development"


class Origin(Enum):
    """Why a requirement is in the file."""

    DIRECT = "direct"
    VIA = "via"  # a compiled file's line, there because another package needs it
    CONSTRAINT = "constraint"  # limits a version, asks for nothing


@frozen
class Group:
    """The list that a requirement stands in: ``dependencies``, an extra, a dependency group."""

    purpose: Purpose = Purpose.RUNTIME
    name: str = ""


@frozen
class Requirement:
    """One requirement as written, without the quotes around it.

    ``name`` is normalised (PEP 503), ``specifier`` and ``marker`` are the text that stands there
    ("" if none), ``via`` the normalised names of the packages that pulled it in.
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
    """A reference to another file (``-r``, ``-c``); ``target`` is as written, unresolved."""

    target: str
    range: Range
    constraint: bool = False


@frozen
class Metadata:
    """One thing a project says of itself: ``key`` is ``name``, ``description``, ``keyword``,
    ``classifier`` or ``requires-python``."""

    key: str
    value: str
    range: Range


@frozen
class Setting:
    """One leaf of ``[tool.framesage]``: the path of its keys below that table, and its value."""

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
"""The line of an ignore that speaks of all lines of its file."""


@frozen
class Ignore:
    """A comment ``# framesage: ignore[rule-id, ...] reason``; no ids means every rule.

    It speaks of what stands on its own line, or, alone on a line, of the line below; written
    ``ignore-file``, of the whole file (``WHOLE_FILE``).
    """

    rules: tuple[str, ...]
    reason: str
    range: Range
    line: int
