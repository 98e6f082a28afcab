"""Refuse what is too large before it is read, with a place: see ``framesage.rulebase.limits``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from framesage.rulebase import limits
from framesage.rulebase.errors import RuleError
from framesage.rulebase.location import SourceLocation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.rulebase.packs.model import PackFiles
    from framesage.rulebase.parsing import RuleFile

    Keys = tuple[str | int, ...]

_HIDDEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]")


def size(found: PackFiles, texts: Mapping[Path, str]) -> int:
    """Return the size of all rule files of a pack, which need not be read for that."""
    return sum(len(texts[path]) if path in texts else _bytes(path) for path in found.files)


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # reading it tells why
        return 0


def too_many_bytes(root: Path, before: int) -> RuleError:
    """Return the error of a pack that is too large, alone or beside those read ``before``."""
    together = " together with the rules before it" if before else ""
    message = f"has more than {limits.MOST_BYTES // 1_000_000} MB of rules{together}; shorten it"
    return RuleError(root, 1, 1, message)


def content_errors(files: Sequence[RuleFile]) -> Iterator[RuleError]:
    """Yield an error for each file with too much or too long values, or hidden characters."""
    for file in files:
        yield from _file_errors(file)


def _file_errors(file: RuleFile) -> Iterator[RuleError]:
    message, keys = _excess(file.tables)
    if message:
        yield RuleError(file.path, *SourceLocation(file.path, keys).line_column, message)
        return
    for kind, number in _counts(file.tables):
        if number > limits.MOST_TABLES:
            message = f"has more than {limits.MOST_TABLES:,} {kind}; split the file"
            yield RuleError(file.path, 1, 1, message)


def _excess(tables: Mapping[str, object]) -> tuple[str, Keys]:
    """Return what is too long, too much or nested too deeply, and the keys that lead there."""
    waiting: list[tuple[Any, Keys]] = [(tables, ())]
    values, longest = 0, limits.MOST_CHARACTERS
    while waiting:
        value, keys = waiting.pop()
        if len(keys) > limits.MOST_LEVELS:
            return f"is nested more than {limits.MOST_LEVELS} levels deep", keys[:4]
        children = _children(value)
        values += len(children)
        if values > limits.MOST_VALUES:
            return f"has more than {limits.MOST_VALUES:,} values; split the file", ()
        for key, child in children:
            kind = type(child)
            if (kind is str and len(child) > longest) or (type(key) is str and len(key) > longest):
                return f"is longer than {longest:,} characters", (*keys, key)
            hidden = _hidden(child) or _hidden(key)
            if hidden:
                return f"contains {hidden}, a character that is not visible", (*keys, key)
            if kind is dict or kind is list:
                waiting.append((child, (*keys, key)))
    return "", ()


def _hidden(value: object) -> str:
    """Return the code of a control character, which a terminal would obey, or of one that shows a
    text in another order, or "" if there is none."""
    if type(value) is not str or value.isprintable():
        return ""
    found = _HIDDEN.search(value)
    return f"U+{ord(found.group()):04X}" if found else ""


def _children(value: Any) -> Collection[tuple[str | int, Any]]:  # noqa: ANN401 - of TOML
    if isinstance(value, dict):
        return value.items()
    return list(enumerate(value)) if isinstance(value, list) else ()


def _counts(tables: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    """Yield the number of tables of each kind, and of tests."""
    lists = {kind: found for kind, found in tables.items() if isinstance(found, list)}
    yield from ((f"tables [[{kind}]]", len(found)) for kind, found in lists.items())
    rules = (rule for rule in lists.get("rule", ()) if isinstance(rule, dict))
    tests = (rule.get("test") for rule in rules)
    yield "tests", sum(len(found) for found in tests if isinstance(found, list))
