"""Parse the TOML files of the rule base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.errors import RuleBaseError, RuleError
from framesage.toml.strict import TomlError, parse_strictly

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@frozen
class RuleFile:
    """A parsed rule file."""

    path: Path
    tables: Mapping[str, object]


def read_files(paths: Iterable[Path]) -> list[RuleFile]:
    """Parse all files; raise RuleBaseError with the error of each file that cannot be parsed."""
    results = [_read(path) for path in paths]
    errors = [result for result in results if isinstance(result, RuleError)]
    if errors:
        raise RuleBaseError(errors)
    return [result for result in results if isinstance(result, RuleFile)]


def _read(path: Path) -> RuleFile | RuleError:
    if path.exists() and not path.is_file():  # a device has no end
        return RuleError(path, 1, 1, "cannot be read: not a file")
    try:
        text = path.read_text(encoding="utf-8-sig")
        found = parse_strictly(text)
    except FileNotFoundError:
        return RuleError(path, 1, 1, "does not exist")
    except OSError as error:
        return RuleError(path, 1, 1, f"cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        return RuleError(path, 1, 1, "cannot be read: not UTF-8")
    except ValueError:
        return RuleError(path, 1, 1, "is not a valid path")
    if not isinstance(found, TomlError):
        return RuleFile(path, found)
    line, column = found.position or _end(text)
    return RuleError(path, line + 1, column + 1, f"invalid TOML: {found.message}")


def _end(text: str) -> tuple[int, int]:
    """Return the line and column, from 0, at which the text ends."""
    lines = text.rstrip().split("\n")
    return len(lines) - 1, len(lines[-1])
