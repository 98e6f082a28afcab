"""Which rules a command is about: those it names, those of the settings, or a pack right here."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import UsageError
from framesage.rulebase.load import load_sources
from framesage.rulebase.names import is_package
from framesage.rulebase.packs.model import PACK_FILE, RuleSource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.rulebase.load import LoadedRules


def sources_for(packs: Sequence[str]) -> tuple[RuleSource, ...]:
    """Return the sources that arguments name; without any, those of the current folder.

    Raises UsageError for a path that does not exist.
    """
    if packs:
        return tuple(dict.fromkeys(map(_named, packs)))
    return sources_of(Path()) or tuple(RuleSource(path) for path in _packs_here())


def sources_of(path: Path) -> tuple[RuleSource, ...]:
    """Return the paths and packs that the settings of a project name."""
    from framesage.advice.rule_sources import rule_sources
    from framesage.project import Disk, find_settings, repository_root, resolve_settings

    folder = _absolute(path if path.is_dir() else path.parent)
    boundary = repository_root(folder, Disk(), Path.cwd())
    found = find_settings(folder, Disk(), boundary)
    return rule_sources(resolve_settings(found.layer), folder, boundary)


def load(sources: Sequence[RuleSource]) -> LoadedRules:
    """Return the rules of the sources, with all errors in them."""
    from dataclasses import replace

    from framesage.advice.rule_sources import unknown_rule_errors

    loaded = load_sources(sources)
    return replace(loaded, errors=(*loaded.errors, *unknown_rule_errors(loaded.rule_base)))


def _named(argument: str) -> RuleSource:
    """Return the source for an argument: an existing path, or else the name of a pack."""
    path = Path(argument)
    if path.exists():
        return RuleSource(_pack_around(_absolute(path)))
    if not is_package(argument):
        raise UsageError(f"{argument}: no such file or folder")
    from framesage.project import Disk, repository_root
    from framesage.rulebase.packs.find import environment_folders

    folder = Path.cwd()
    return RuleSource(
        None, argument, environment_folders(folder, repository_root(folder, Disk(), folder))
    )


def _pack_around(path: Path) -> Path:
    """Return the folder of the pack that a file is in; a path outside of packs as it is.

    pre-commit names the files that a commit changes; a pack is only checked as a whole.
    """
    folders = path.parents if path.is_file() else ()
    return next((folder for folder in folders if (folder / PACK_FILE).is_file()), path)


def _packs_here() -> Iterator[Path]:
    here = Path.cwd()
    if (here / PACK_FILE).is_file():
        yield here
    else:
        yield from sorted(found.parent for found in here.glob(f"[!.]*/{PACK_FILE}"))


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  # symbolic links stay as they are
