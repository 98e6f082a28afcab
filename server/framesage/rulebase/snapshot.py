"""The shipped rule base, checked and built when the wheel is: quick to load, TOML left unread.

A file of our own package, as trusted as its code; nothing else is ever unpickled. Its first line
names the version and the rule files it was made from, and where these differ it is not used.
"""

from __future__ import annotations

import pickle
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framesage import __version__
from framesage.rulebase.paths import rule_files
from framesage.rulebase.rule_base import RuleBase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import IO

    from framesage.rulebase.model import Rule

PROTOCOL = 5


def write_snapshot(rule_base: RuleBase, rules: Path, target: Path) -> None:
    """Write what analyses need of the rule base that was loaded from the folder ``rules``."""
    with target.open("wb") as file:
        file.write(_header(rules))
        _Pickler(file, rules).dump(_essential(rule_base))


def read_snapshot(source: Path, rules: Path) -> RuleBase | None:
    """Return the rule base; None if there is none, or it was not made from this folder's files."""
    try:
        with source.open("rb") as file:
            return _load(file, rules) if file.readline() == _header(rules) else None
    except OSError:
        return None


def _load(file: IO[bytes], rules: Path) -> RuleBase | None:
    try:
        loaded = _Unpickler(file, rules).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError):
        return None
    return loaded if isinstance(loaded, RuleBase) else None


def _header(rules: Path) -> bytes:
    listing = [
        (path.relative_to(rules).as_posix(), path.stat().st_size) for path in rule_files(rules)
    ]
    return f"framesage {__version__} {zlib.crc32(repr(listing).encode()):08x}\n".encode()


def _essential(rule_base: RuleBase) -> RuleBase:
    """Leave out what only checks of the rule base itself need: tests and locations."""
    guidance, advice = _untested(rule_base.guidance), _untested(rule_base.advice)
    return replace(rule_base, guidance=guidance, advice=advice, locations={})


def _untested(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    return {name: replace(rule, tests=()) for name, rule in rules.items()}


class _Pickler(pickle.Pickler):
    """Writes paths relative to the rules, since they lie elsewhere once installed."""

    def __init__(self, file: IO[bytes], rules: Path) -> None:
        super().__init__(file, PROTOCOL)
        self.rules = rules

    def persistent_id(self, obj: object) -> str | None:
        return obj.relative_to(self.rules).as_posix() if isinstance(obj, Path) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: IO[bytes], rules: Path) -> None:
        super().__init__(file)
        self.rules = rules
        self.paths: dict[str, Path] = {}

    def persistent_load(self, name: str) -> Path:
        return self.paths.setdefault(name, self.rules / name)
