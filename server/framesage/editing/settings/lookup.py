"""Find the name or value of the settings at a position."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.editing.settings.files import top_table
from framesage.frozen import frozen
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.editing.settings.names import Path
    from framesage.manifests.manifest import Manifest
    from framesage.text import Position
    from framesage.toml import Entry

_PART = re.compile(r"""\"[^"]*\"|'[^']*'|[^.\s"']+""")


@frozen
class Word:
    """A table, a key or a value in the settings.

    ``path`` is that of the key, relative to ``[tool.framesage]``; ``value`` is the value as
    written, without quotes, or None for a table or key.
    """

    path: Path
    range: Range
    value: str | None = None


def word_at(manifest: Manifest, position: Position) -> Word | None:
    """Return the word at a position, or None outside of the settings."""
    top = top_table(manifest.source.path)
    if top is None:
        return None
    found = (word for word in _words(manifest, position) if word.range.touches(position))
    word = next(found, None)
    if word is None or word.path[: len(top)] != top:
        return None
    return Word(word.path[len(top) :], word.range, word.value)


def _words(manifest: Manifest, position: Position) -> Iterator[Word]:
    for header in manifest.document.headers:
        if header.range.touches(position):
            yield from _parts(manifest, header.path, header.range)
    for entry in manifest.document.flat:
        if entry.key_range.touches(position):
            yield from _parts(manifest, entry.path, entry.key_range)
        elif entry.value.kind in ("string", "other") and entry.value.range.touches(position):
            yield _value(entry)


def _parts(manifest: Manifest, path: tuple[str | int, ...], span: Range) -> Iterator[Word]:
    """Yield the parts of a dotted name, each with its own range."""
    names = tuple(map(str, path))
    line, end = manifest.source.line(span.start.line), span.end.character
    found = list(_PART.finditer(line, span.start.character, end))
    for number, part in enumerate(found):
        length = len(names) - len(found) + number + 1
        yield Word(names[:length], Range.on_line(span.start.line, part.start(), part.end()))


def _value(entry: Entry) -> Word:
    return Word(tuple(map(str, entry.path)), entry.value.range, entry.value.text)
