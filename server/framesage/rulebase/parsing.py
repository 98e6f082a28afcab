"""Parse the TOML files of the rule base."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.errors import NOT_THERE, RuleBaseError, RuleError
from framesage.rulebase.limits import MOST_BYTES
from framesage.toml.strict import TomlError, parse_strictly

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@frozen
class RuleFile:
    """A parsed rule file; ``size`` is that of its text."""

    path: Path
    tables: Mapping[str, object]
    size: int = 0


def read_files(paths: Iterable[Path], texts: Mapping[Path, str] | None = None) -> list[RuleFile]:
    """Parse all files; raise RuleBaseError with the error of each file that cannot be parsed.

    ``texts`` replaces the content of files.
    """
    results = [_read(path, (texts or {}).get(path)) for path in paths]
    errors = [result for result in results if isinstance(result, RuleError)]
    if errors:
        raise RuleBaseError(errors)
    return [result for result in results if isinstance(result, RuleFile)]


def _read(path: Path, text: str | None) -> RuleFile | RuleError:
    try:
        text = _text(path) if text is None else text
    except FileNotFoundError:
        return RuleError(path, 1, 1, NOT_THERE)
    except OSError as error:
        return RuleError(path, 1, 1, f"cannot be read: {error.strerror or error}")
    except UnicodeDecodeError:
        return RuleError(path, 1, 1, "cannot be read: not UTF-8")
    except ValueError:
        return RuleError(path, 1, 1, "is not a valid path")
    found = parse_strictly(text)
    if not isinstance(found, TomlError):
        return RuleFile(path, found, len(text))
    line, column = found.position or _end(text)
    return RuleError(path, line + 1, column + 1, f"invalid TOML: {found.message}")


def _end(text: str) -> tuple[int, int]:
    """Return the line and column, from 0, at which the text ends."""
    lines = text.rstrip().split("\n")
    return len(lines) - 1, len(lines[-1])


def _text(path: Path) -> str:
    """Return the text of a regular file: a device has no end, and opening a FIFO may block.

    So may files of the kernel, such as ``/proc/kmsg``, which are regular files of no size.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError("not a file")
    if status.st_size > MOST_BYTES:
        raise OSError(f"larger than {MOST_BYTES // 1_000_000} MB")
    return path.read_text(encoding="utf-8-sig") if status.st_size else ""
