"""Find the packs and rule files at a path. Symbolic links to folders are not followed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.rulebase import limits
from framesage.rulebase.errors import RuleBaseError, RuleError
from framesage.rulebase.packs.model import PACK_FILE, PackFiles

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_RULES = (PACK_FILE, "pyproject.toml", "framesage.toml")
"""TOML files beside rules that are none."""
_SKIPPED = ("build", "dist", "node_modules", "__pycache__")


def packs_at(path: Path, name: str = "", version: str = "") -> list[PackFiles]:
    """Return the packs at a path, and before them the files there that belong to no pack.

    A folder with a ``pack.toml`` is a pack, and so is each such folder below it. ``name`` and
    ``version`` are those of the pack that was looked for, if any. Raises RuleBaseError for a folder
    that cannot be listed or has too many entries: while a path is being typed in the settings, it
    may be the root of the file system.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - it never raises
        if path.name == PACK_FILE and os.path.isfile(path):  # noqa: PTH113
            message = "describes a pack; name its folder instead"
            raise RuleBaseError([RuleError(path, 1, 1, message)])
        return [PackFiles(path, (path,), None, name, version)]
    files: dict[Path, list[Path]] = {path: []}
    for folder, names in _walk(path):
        root = folder if folder == path or PACK_FILE in names else _pack_of(folder, files)
        own = files.setdefault(root, [])
        own += (folder / item for item in names if item.endswith(".toml") and item not in NO_RULES)
    return [
        _pack_files(root, sorted(found), name if root == path else "", version)
        for root, found in sorted(files.items())
    ]


def _pack_of(folder: Path, files: dict[Path, list[Path]]) -> Path:
    return next(parent for parent in folder.parents if parent in files)


def _pack_files(root: Path, files: list[Path], name: str, version: str) -> PackFiles:
    pack_file = root / PACK_FILE
    exists = os.path.lexists(pack_file)
    return PackFiles(root, tuple(files), pack_file if exists else None, name, version)


def _walk(path: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield each folder with the names of its files; hidden folders and environments are left out.

    The folders that tools build distributions in have copies of the rules.
    """
    entries = 0
    for where, folders, names in os.walk(path, onerror=_cannot_be_listed):
        entries += len(folders) + len(names)
        if entries > limits.MOST_ENTRIES:
            message = f"has more than {limits.MOST_ENTRIES} entries; "
            message += "use a folder that only contains rules"
            raise RuleBaseError([RuleError(path, 1, 1, message)])
        if "pyvenv.cfg" in names:  # a virtual environment
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in _SKIPPED)
        yield Path(where), names


def _cannot_be_listed(error: OSError) -> None:
    message = f"cannot be read: {error.strerror}"
    raise RuleBaseError([RuleError(Path(error.filename), 1, 1, message)])
