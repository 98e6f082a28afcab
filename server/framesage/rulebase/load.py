"""Load the built-in rules, and those that a project adds."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.errors import RuleBaseError, RuleError
from framesage.rulebase.limits import MOST_ERRORS
from framesage.rulebase.packs.model import RuleSource
from framesage.rulebase.paths import all_files, shipped_rules, shipped_snapshot
from framesage.rulebase.snapshot import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.rulebase.packs.model import PackFiles
    from framesage.rulebase.packs.read import ReadPack
    from framesage.rulebase.parsing import RuleFile
    from framesage.rulebase.rule_base import RuleBase

    Stamp = tuple[int, int, int] | str | None

MOST_ROUNDS = 8
"""How often packs that build on a pack with an error are left out before all packs are."""


@frozen
class LoadedRules:
    """The built-in rules with all packs that have no error, and the errors of the others.

    ``paths`` are the files and folders that the rules of packs depend on.
    """

    rule_base: RuleBase
    errors: tuple[RuleError, ...] = ()
    paths: tuple[Path, ...] = ()


def load_rule_base(extra: Sequence[Path] = (), *, whole: bool = False) -> RuleBase:
    """Return the built-in rules together with those in ``extra`` (folders, packs or files).

    Added tables cannot reuse a built-in id. With ``whole``, the built-in rules include their tests
    and the locations of all definitions, which only checks of the rule base need. The result is
    cached until a file changes. Raises RuleBaseError with the errors of all files.
    """
    if not extra:
        return _whole() if whole else _shipped()
    loaded = load_sources([RuleSource(path) for path in extra])
    if loaded.errors:
        raise RuleBaseError(loaded.errors)
    return loaded.rule_base


def load_sources(
    sources: Sequence[RuleSource], texts: Mapping[Path, str] | None = None
) -> LoadedRules:
    """Return the built-in rules together with those that a project's settings name.

    A pack with an error is left out, and the others are used. ``texts`` replaces the content of
    files. The result is cached until a file changes.
    """
    if not sources:
        return LoadedRules(_shipped())
    from framesage.rulebase.packs.find import find_packs, searched_paths

    packs, errors = find_packs(sources)
    loaded = _extended(tuple((pack, _stamps(pack, texts or {})) for pack in packs))
    installed = {pack.root for pack in packs if pack.name}
    replaced = {pack.name for pack in loaded.rule_base.packs if pack.root not in installed}
    missing = [error for error in errors if error.line or error.pack not in replaced]
    paths = (*searched_paths(sources), *(path for pack in packs for path in pack.paths()))
    return LoadedRules(loaded.rule_base, tuple(_told((*missing, *loaded.errors))), paths)


def _told(errors: Iterable[RuleError]) -> Iterator[RuleError]:
    """Yield errors: all in rules, and those of missing paths and packs up to a limit."""
    missing = 0
    for error in errors:
        missing += error.is_missing
        if not error.is_missing or missing <= MOST_ERRORS:
            yield error


def build_with(files: Iterable[RuleFile]) -> RuleBase:
    """Return the built-in rules together with those of parsed files, without caching them.

    Raises RuleBaseError with all errors.
    """
    from framesage.rulebase.builder import build

    return build([*_files(), *files])


@lru_cache(maxsize=1)
def _shipped() -> RuleBase:
    return read_snapshot(shipped_snapshot(), shipped_rules()) or _whole()


@lru_cache(maxsize=1)
def _whole() -> RuleBase:
    from framesage.rulebase.builder import build

    return build(_files())


@lru_cache(maxsize=1)
def _files() -> list[RuleFile]:
    from framesage.rulebase.parsing import read_files

    rules = shipped_rules()
    if not rules.is_dir():
        message = "Framesage's own rules are missing here; it cannot run from a zip file"
        raise RuleBaseError([RuleError(rules, 1, 1, message)])
    return read_files(all_files([rules]))


@lru_cache(maxsize=4)
def _extended(packs: tuple[tuple[PackFiles, tuple[Stamp, ...]], ...]) -> LoadedRules:
    from framesage.rulebase.packs.read import read_packs

    stamped = (pair for found, stamps in packs for pair in zip(found.paths(), stamps, strict=True))
    texts = {path: stamp for path, stamp in stamped if isinstance(stamp, str)}
    return _combined(*read_packs([found for found, _ in packs], texts))


def _combined(
    packs: Sequence[ReadPack], errors: Sequence[RuleError], rounds: int = MOST_ROUNDS
) -> LoadedRules:
    """Return the rules without the packs that have errors, which may be what others build on."""
    try:
        return LoadedRules(_built(packs) if packs and rounds else _shipped(), tuple(errors))
    except RuleBaseError as error:
        found = [pack.named(item) for item in error.errors for pack in packs if pack.has(item)]
        usable = [pack for pack in packs if not any(map(pack.has, error.errors))]
        return _combined(usable if found else [], [*errors, *(found or error.errors)], rounds - 1)


def _built(packs: Sequence[ReadPack]) -> RuleBase:
    from framesage.rulebase.builder import build

    rule_base = build([*_files(), *(file for pack in packs for file in pack.files)])
    return replace(rule_base, packs=tuple(pack.pack for pack in packs if pack.pack))


def _stamps(pack: PackFiles, texts: Mapping[Path, str]) -> tuple[Stamp, ...]:
    """Return the text or else the time and size of each file."""
    return tuple(texts[path] if path in texts else _stamp(path) for path in pack.paths())


def _stamp(path: Path) -> Stamp:
    try:
        status = os.stat(path)  # noqa: PTH116 - half the time of Path.stat
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size
