"""Packs, and where the rules of a project come from."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from framesage.rulebase.location import SourceLocation

PACK_FILE = "pack.toml"


@frozen
class RuleSource:
    """What a project's settings name: the ``path`` of a file or folder, or else an installed pack.

    ``folders`` are those whose virtual environments are searched for the pack, the closest first.
    """

    path: Path | None = None
    pack: str = ""
    folders: tuple[Path, ...] = ()


@frozen
class PackFiles:
    """The rule files of a pack, or of a path without a ``pack.toml``.

    ``name`` is what the pack is called if it was named, with the ``version`` of its distribution.
    """

    root: Path
    files: tuple[Path, ...]
    pack_file: Path | None = None
    name: str = ""
    version: str = ""

    def paths(self) -> tuple[Path, ...]:
        """Return the folder and the files, and that of the ``pack.toml`` if there is none yet."""
        return (self.root, self.pack_file or self.root / PACK_FILE, *self.files)


@frozen
class Pack:
    """The description of a pack: the content of its ``pack.toml``.

    ``requires`` is the specifier of the versions of Framesage that can use it. ``severities`` are
    those of its own rules and of others, by id.
    """

    name: str
    version: str
    root: Path
    location: SourceLocation
    requires: str = ""
    description: str = ""
    severities: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name and version."""
        return f"{self.name} {self.version}"

    def contains(self, location: SourceLocation) -> bool:
        """Return whether a definition is in one of the pack's files."""
        return location.path.is_relative_to(self.root)
