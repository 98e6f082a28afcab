"""A project: its manifests and its settings."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.manifests.manifest import Manifest
    from framesage.severity import Severity
    from framesage.text import Range


@frozen
class Settings:
    """The settings from ``[tool.framesage]``, ``framesage.toml`` or the editor.

    ``severities`` maps rule ids to severities. ``ignore`` maps the ids of the rules that are
    ignored in the whole project to the reasons.
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
    """An error in a setting, or in reading a whole file, with its location."""

    path: Path
    range: Range
    message: str


@frozen(slots=False)
class Project:
    """The manifests of one application, those closest to the root first.

    - ``layout`` contains facts from file names (see ``layout_facts``), unless settings disable it.
    - ``script`` is the Python file with inline metadata, if that is the whole project.
    - ``shares_ignores`` is True if the ignored rules also apply to other projects below this one.
    - ``boundary`` is the folder outside which no includes are followed.
    - ``read_errors`` are for files of the project that exist and cannot be read.
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
        """The path that the project is read from: its root or its script."""
        return self.script or self.root

    def relative(self, path: Path) -> str:
        """Return a path relative to the root, with ``/``."""
        try:
            return PurePosixPath(path.relative_to(self.root)).as_posix()
        except ValueError:
            return path.as_posix()
