"""``framesage config``: the effective settings of a project, and where they come from."""

from __future__ import annotations

import json
import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import error, log_to_stderr, write
from framesage.project import CachedFileSystem, Disk, ManifestCache
from framesage.project.discover import project_root_of, repository_root
from framesage.project.settings.cascade import find_script_settings, find_settings
from framesage.report.locations import written_path
from framesage.report.settings.json import settings_json
from framesage.report.settings.model import effective_settings
from framesage.report.settings.text import settings_lines
from framesage.text import printed

if TYPE_CHECKING:
    import argparse

    from framesage.project.settings.cascade import FoundSettings


def run(args: argparse.Namespace) -> int:
    """Print the settings; return 2 if some are invalid or the path does not exist, else 0."""
    if not args.path.exists():
        error(f"{args.path}: no such file or folder")
        return 2
    log_to_stderr()
    base, files = Path.cwd(), ManifestCache(CachedFileSystem(Disk()))
    root = _root(Path(os.path.abspath(args.path)), files)  # noqa: PTH100 - links stay as they are
    found = _find(root, files)
    settings = list(effective_settings(found.layer))
    if args.format == "json":
        write(json.dumps(settings_json(settings, root, base), indent=2) + "\n")
    else:
        heading = f"# Settings of {written_path(root, base)}"
        write(printed([heading, *settings_lines(settings, base)]))
    return _report(found, base)


def _root(path: Path, files: ManifestCache) -> Path:
    """Return the project that a file or folder is in, or else the folder."""
    folder = path.parent if files.is_file(path) else path
    inside = path if files.is_file(path) else path / "pyproject.toml"
    return project_root_of(inside, files, repository_root(path, files, Path.cwd())) or folder


def _find(root: Path, files: ManifestCache) -> FoundSettings:
    boundary = repository_root(root, files, Path.cwd())
    script = files.manifest(root) if files.is_script(root) else None
    if script:
        return find_script_settings(script, files, boundary)
    return find_settings(root, files, boundary)


def _report(found: FoundSettings, base: Path) -> int:
    errors = (*found.outer_errors, *found.errors)
    for invalid in errors:
        start = invalid.range.start
        place = f"{written_path(invalid.path, base)}:{start.line + 1}:{start.character + 1}"
        error(f"{place}: {invalid.message}")
    return 2 if errors else 0
