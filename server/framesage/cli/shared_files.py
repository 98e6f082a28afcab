"""Files that many projects share: rules, baselines and settings. A change can affect them all."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.baseline import BaselineError, read_baseline
from framesage.manifests import reader_by_name
from framesage.project import Disk, repository_root
from framesage.project.filesystem import read_text
from framesage.project.manifest_cache import as_cache
from framesage.project.settings.cascade import is_project
from framesage.project.settings.model import SETTINGS_FILES
from framesage.rulebase.packs.model import PACK_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def with_repositories(paths: Iterable[Path], *, skip_others: bool = False) -> list[Path]:
    """Return paths with the root of the repository instead of each shared file.

    pre-commit names the files that a commit changes. With ``skip_others``, settings are shared
    files as well, and TOML and JSON files that are neither shared files nor dependency files are
    left out.
    """
    return list(dict.fromkeys(_widened(paths, skip_others)))


def _widened(paths: Iterable[Path], skip_others: bool) -> Iterator[Path]:
    for path in paths:
        if skip_others and _has_settings(path):
            yield _affected_folder(_folder(path))
            continue
        is_other = path.suffix in (".toml", ".json") and reader_by_name(path) is None
        if not is_other or not path.is_file():
            yield path
        elif _is_shared(path):
            yield repository_root(_folder(path), Disk(), Path.cwd())
        elif not skip_others:
            yield path


def _folder(path: Path) -> Path:
    return Path(os.path.abspath(path)).parent  # noqa: PTH100  # symbolic links stay as they are


def _has_settings(path: Path) -> bool:
    manifest = as_cache(Disk()).manifest(path) if path.name in SETTINGS_FILES else None
    return manifest is not None and (manifest.format == "framesage" or bool(manifest.settings))


def _affected_folder(folder: Path) -> Path:
    """Return the folder with all projects that the settings of a folder can affect.

    A project's settings apply to its subfolders. Any project may extend settings elsewhere.
    """
    files = Disk()
    is_own = is_project(folder, as_cache(files))
    return folder if is_own else repository_root(folder, files, Path.cwd())


def _is_shared(path: Path) -> bool:
    try:
        text = read_text(path)
    except (OSError, ValueError):
        return False
    return _is_baseline(text) if path.suffix == ".json" else _has_rules(path, text)


def _is_baseline(text: str) -> bool:
    try:
        read_baseline(text)
    except BaselineError:
        return False
    return True


def _has_rules(path: Path, text: str) -> bool:
    """Return whether a file has tables of rule files, or describes a pack or is in one."""
    from framesage.rulebase.tables import FILE  # checks of folders need neither
    from framesage.toml.strict import TomlError, parse_strictly

    found = parse_strictly(text)
    if path.name == PACK_FILE:
        return isinstance(found, TomlError) or "pack" in found
    if isinstance(found, TomlError):
        folder = _folder(path)
        return any((around / PACK_FILE).is_file() for around in (folder, *folder.parents[:3]))
    return any(isinstance(found.get(key), list) for key in FILE.by_name)
