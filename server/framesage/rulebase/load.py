"""Load the built-in rules, and those that a project adds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.rulebase.errors import RuleBaseError
from framesage.rulebase.paths import all_files, shipped_rules, shipped_snapshot
from framesage.rulebase.snapshot import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.rulebase.errors import RuleError
    from framesage.rulebase.parsing import RuleFile
    from framesage.rulebase.rule_base import RuleBase


def load_rule_base(extra: Sequence[Path] = (), *, whole: bool = False) -> RuleBase:
    """Return the built-in rules together with those in ``extra`` (folders or single files).

    Added tables cannot reuse a built-in id. With ``whole``, the built-in rules include their tests
    and the locations of all definitions, which only checks of the rule base need. The result is
    cached until a file changes. Raises RuleBaseError with the errors of all files.
    """
    if not extra:
        return _whole() if whole else _shipped()
    found = _extended(tuple((path, _stamp(path)) for path in all_files(extra)))
    if isinstance(found, tuple):
        raise RuleBaseError(found)
    return found


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

    return read_files(all_files([shipped_rules()]))


@lru_cache(maxsize=16)
def _extended(extra: tuple[tuple[Path, object], ...]) -> RuleBase | tuple[RuleError, ...]:
    from framesage.rulebase.builder import build
    from framesage.rulebase.parsing import read_files

    try:
        return build([*_files(), *read_files(path for path, _ in extra)])
    except RuleBaseError as error:
        return error.errors


def _stamp(path: Path) -> object:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
