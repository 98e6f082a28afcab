"""A project: its manifests, and what its settings say."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.manifests.model import Manifest
    from framesage.severity import Severity
    from framesage.text import Range


@frozen
class Settings:
    """What the user decided, from ``[tool.framesage]``, ``framesage.toml`` or the editor.

    ``severities`` maps rule ids to the names of severities; ``ignore`` maps
    the rules ignored in the whole project to the reason given.
    """

    framework: str = ""
    traits: Mapping[str, bool] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    ignore: Mapping[str, str] = field(default_factory=dict)
    rule_paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = ""
    layout: bool = True
    inlay_hints: bool = False


@frozen
class FileError:
    """Something wrong with a setting or with a whole file, where it stands."""

    path: Path
    range: Range
    message: str


@frozen(slots=False)
class Project:
    """The manifests that describe one application, the nearest to the root first.

    ``layout`` is what the names of its files tell (see ``layout``), empty where the settings say
    that they are no evidence. ``script`` is the Python file that is all of the project.
    ``boundary`` is the folder that includes may not leave.
    ``shares_ignores`` says that the ignores in its settings hold for other projects below it too.
    ``read_errors`` are its files that are there and cannot be read.
    """

    root: Path
    manifests: tuple[Manifest, ...]
    settings: Settings = Settings()
    settings_errors: tuple[FileError, ...] = ()
    layout: tuple[str, ...] = ()
    script: Path | None = None
    shares_ignores: bool = False
    boundary: Path | None = None
    read_errors: tuple[FileError, ...] = ()

    @property
    def start(self) -> Path:
        """What the project is read from: its root, or its script."""
        return self.script or self.root

    def relative(self, path: Path) -> str:
        """Return a path as people read it: relative to the root, with ``/``."""
        try:
            return PurePosixPath(path.relative_to(self.root)).as_posix()
        except ValueError:
            return path.as_posix()
