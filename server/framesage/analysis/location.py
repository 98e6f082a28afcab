"""A place in a dependency file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Metadata, Requirement
    from framesage.text import Range


@dataclass(frozen=True, slots=True, eq=False)
class Location:
    """A range in a manifest, and the requirement or metadata in it, if any."""

    manifest: Manifest
    range: Range
    subject: Requirement | Metadata | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self.manifest.source.path

    @property
    def text(self) -> str:
        """The name of a requirement, the value of metadata, or else the text in the range.

        A name is as written, but without quotes and with escapes resolved. Of a text on several
        lines, it is the first line.
        """
        named = getattr(self.subject, "name_range", self.range)
        line = self.manifest.source.line(named.start.line)
        end = named.end.character if named.end.line == named.start.line else len(line)
        written = line[named.start.character : end]
        name = getattr(self.subject, "name", "")
        plain = written.strip("\"'") if name else written
        return plain if name in ("", canonicalize_name(plain)) else name

    def __eq__(self, other: object) -> bool:
        # A manifest is large to compare; within one analysis its path identifies it.
        return isinstance(other, Location) and self.range == other.range and self.path == other.path

    def __hash__(self) -> int:
        return hash(self.range)  # cheaper than with the path, and few locations collide
