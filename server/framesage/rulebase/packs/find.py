"""Find the packs that the settings of a project name, by path or by name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.rulebase.errors import RuleBaseError, RuleError
from framesage.rulebase.names import is_package
from framesage.rulebase.packs.files import packs_at
from framesage.rulebase.packs.model import PACK_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.rulebase.packs.installed import InstalledPack
    from framesage.rulebase.packs.model import PackFiles, RuleSource


def find_packs(sources: Iterable[RuleSource]) -> tuple[list[PackFiles], list[RuleError]]:
    """Return the packs and other rule files of all sources, and an error for each missing one.

    A pack at a path replaces the installed one of the same name, so that it can be worked on.
    """
    packs: dict[Path, PackFiles] = {}
    errors: list[RuleError] = []
    for source in sorted(sources, key=lambda source: source.path is None):
        for found in _found(source, errors):
            packs.setdefault(found.root, found)
    return list(packs.values()), errors


def _found(source: RuleSource, errors: list[RuleError]) -> Sequence[PackFiles]:
    """Return the packs of a source; add what is wrong with it to ``errors``."""
    try:
        return packs_at(source.path) if source.path else _installed(source, errors)
    except RuleBaseError as error:
        errors += error.errors
        return []


def _installed(source: RuleSource, errors: list[RuleError]) -> Sequence[PackFiles]:
    from framesage.rulebase.packs.installed import installed_packs

    name = canonicalize_name(source.pack)
    installed = installed_packs(name, source.folders) if is_package(name) else ()
    message = _problem(source.pack, installed)
    if message:
        errors.append(RuleError(_project(source), 0, 0, message, name))
    if not installed or installed[0].folder is None:
        return []
    return packs_at(installed[0].folder, name, installed[0].version)


def _project(source: RuleSource) -> Path:
    return source.folders[0] if source.folders else Path()


def _problem(written: str, installed: Sequence[InstalledPack]) -> str:
    """Return what is wrong with an installed pack and what helps, or ""."""
    name = canonicalize_name(written)
    if not is_package(name):
        return f"'{written}' is not the name of a pack; name a folder in rule-paths"
    if not installed:
        return (
            f"the pack '{written}' is not installed; run `pip install {name}` in the project's "
            "virtual environment or in Framesage's own"
        )
    first = installed[0]
    if first.folder is None:
        return (
            f"the pack '{written}' is installed in {first.site}, but its folder "
            f"'{first.package}' with a {PACK_FILE} is not found; install it without --editable, "
            "or name the folder in rule-paths"
        )
    other = next((pack for pack in installed if pack.version != first.version), None)
    if other:
        return (
            f"the pack '{written}' is installed twice: {first.version} in {first.site} is used, "
            f"{other.version} in {other.site} is not; install the same version in both"
        )
    return ""


def searched_paths(sources: Iterable[RuleSource]) -> tuple[Path, ...]:
    """Return the paths that are named, and the folders in which packs are looked for by name."""
    named = [source for source in sources if source.path is None]
    paths = tuple(source.path for source in sources if source.path is not None)
    if not named:
        return paths
    from framesage.rulebase.packs.environments import possible_folders, site_folders

    folders = named[0].folders
    return (*paths, *possible_folders(folders), *site_folders(folders))


def find_pack(name: str, folders: Iterable[Path]) -> Path | None:
    """Return the folder of an installed pack, or None; ``folders`` as in ``RuleSource``."""
    from framesage.rulebase.packs.installed import installed_packs

    found = installed_packs(name, folders)
    return found[0].folder if found else None


def environment_folders(root: Path, boundary: Path | None) -> tuple[Path, ...]:
    """Return the folders whose virtual environments a project may use, the closest first."""
    outermost = boundary or root
    parents = (folder for folder in root.parents if folder.is_relative_to(outermost))
    return tuple(folder for folder in (root, *parents) if os.path.isdir(folder))  # noqa: PTH112
