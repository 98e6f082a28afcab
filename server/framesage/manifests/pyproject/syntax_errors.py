"""Find syntax errors in settings.

The rest of a pyproject.toml is not checked: it is incomplete whenever someone adds a requirement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.model import SyntaxIssue
from framesage.toml.strict import error_range, find_toml_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.text import Source
    from framesage.toml.strict import TomlError

_SETTINGS_HEADER = re.compile(r"[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*framesage[ \t]*[].]")
_HEADER = re.compile(r"[ \t]*\[{1,2}[^][=]+\]{1,2}[ \t]*(?:#.*)?")


def syntax_errors_in_file(source: Source) -> Iterator[SyntaxIssue]:
    """Yield the first syntax error of a file with nothing but settings."""
    found = find_toml_error("\n".join(source.lines))
    if found:
        yield SyntaxIssue(error_range(found, source.lines), found.message)


def error_of_settings(lines: Sequence[str]) -> TomlError | None:
    """Return the first syntax error of ``[tool.framesage]`` and the tables below it."""
    own_lines = _settings_only(lines)
    return find_toml_error("\n".join(own_lines)) if any(own_lines) else None


def syntax_errors_in_table(error: TomlError, lines: Sequence[str]) -> Iterator[SyntaxIssue]:
    """Yield an error of the settings alone, if the whole file has one.

    What looks like a table can be inside a string.
    """
    if find_toml_error("\n".join(lines)):
        yield SyntaxIssue(error_range(error, _settings_only(lines)), error.message)


def _settings_only(lines: Sequence[str]) -> list[str]:
    """Return the lines, with those of other tables replaced by empty ones."""
    kept, inside = [], False
    for line in lines:
        if line.lstrip().startswith("["):
            inside = bool(_SETTINGS_HEADER.match(line)) or (inside and not _HEADER.fullmatch(line))
        kept.append(line if inside else "")
    return kept
