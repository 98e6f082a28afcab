"""Where the ids that rules and settings refer to are defined, and where they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.rules.files import declared_file
from framesage.editing.rules.ids import ids_in
from framesage.frozen import frozen
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.editing.rules.ids import NamedId
    from framesage.text import Range, Source


@frozen
class Found:
    """An id in a file."""

    source: Source
    range: Range
    is_definition: bool = False


def uses_of(wanted: NamedId, sources: Iterable[Source]) -> Iterator[Found]:
    """Yield the definitions and the uses of an id in rule files."""
    for source in sources:
        if wanted.name not in source.text:  # much faster than to scan it
            continue
        document = scan("", source.lines)
        for found in ids_in(document, declared_file(source.path)):
            if found.is_same(wanted):
                yield Found(source, found.range, found.is_definition)


def definitions_of(wanted: NamedId, sources: Iterable[Source]) -> list[Found]:
    """Return the definitions of an id in rule files."""
    return [found for found in uses_of(wanted, sources) if found.is_definition]


def builtin_file(wanted: NamedId) -> Path | None:
    """Return the built-in rule file that defines an id, or None."""
    from framesage.rulebase import load_rule_base

    location = load_rule_base(whole=True).locations.get(f"{wanted.kind}:{wanted.name}")
    return location.path if location else None
