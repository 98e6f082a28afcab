"""The TOML files of rule folders, parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framesage.rulebase.errors import RuleBaseError, RuleError
from framesage.rulebase.locate import rule_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One parsed file."""

    path: Path
    tables: Mapping[str, object]


def read_files(paths: Iterable[Path]) -> list[RuleFile]:
    """Parse every file, or raise RuleBaseError with what keeps them from being parsed."""
    files, errors = [], []
    for path in paths:
        try:
            files.append(_read(path))
        except RuleBaseError as error:
            errors.extend(error.errors)
    if errors:
        raise RuleBaseError(errors)
    return files


def _read(path: Path) -> RuleFile:
    import tomli

    try:
        return RuleFile(path, tomli.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError) as error:
        raise RuleBaseError([RuleError(path, 1, 1, f"cannot be read: {error}")]) from None
    except tomli.TOMLDecodeError as error:
        raise RuleBaseError([_syntax_error(path, str(error))]) from None


def _syntax_error(path: Path, message: str) -> RuleError:
    place = _PLACE.search(message)
    line, column = map(int, place.groups()) if place else (1, 1)
    return RuleError(path, line, column, _PLACE.sub("", message))


def all_files(folders: Iterable[Path]) -> list[Path]:
    """Return the TOML files of folders (or the files themselves), in a fixed order."""
    return [path for folder in folders for path in rule_files(folder)]
