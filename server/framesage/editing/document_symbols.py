"""The symbols of a dependency file: its lists, and the requirements and included files in them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.model import Purpose
from framesage.manifests.names import canonicalize_name
from framesage.text import Range

if TYPE_CHECKING:
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Group, Include, Requirement


class SymbolKind(Enum):
    """The kind of a symbol."""

    LIST = "list"
    REQUIREMENT = "requirement"
    INCLUDE = "include"
    RULES = "rules"
    TEST = "test"


@frozen
class Symbol:
    """A part of a file; ``name_range`` is the part of ``range`` with its name."""

    name: str
    detail: str
    kind: SymbolKind
    range: Range
    name_range: Range
    children: tuple[Symbol, ...] = ()


_DETAILS = {Purpose.RUNTIME: "", Purpose.OPTIONAL: "extra", Purpose.DEVELOPMENT: "group"}


def document_symbols(manifest: Manifest) -> list[Symbol]:
    """Return the symbols of a file in the order of its text, with a level for each list."""
    symbols = [_include(include) for include in manifest.includes]
    if manifest.is_single_list:
        symbols += [_requirement(requirement, manifest) for requirement in manifest.requirements]
    else:
        symbols += _lists(manifest)
    return sorted(symbols, key=lambda symbol: symbol.range)


def _lists(manifest: Manifest) -> list[Symbol]:
    by_group: dict[Group, list[Symbol]] = {}
    for requirement in manifest.requirements:
        by_group.setdefault(requirement.group, []).append(_requirement(requirement, manifest))
    return [_list(group, symbols) for group, symbols in by_group.items()]


def _list(group: Group, symbols: list[Symbol]) -> Symbol:
    symbols.sort(key=lambda symbol: symbol.range)
    span = Range(symbols[0].range.start, max(symbol.range.end for symbol in symbols))
    name, detail = group.name or "dependencies", _DETAILS[group.purpose] if group.name else ""
    return Symbol(name, detail, SymbolKind.LIST, span, symbols[0].name_range, tuple(symbols))


def _requirement(requirement: Requirement, manifest: Manifest) -> Symbol:
    line, start = requirement.name_range.start
    written = manifest.source.line(line)[start : requirement.name_range.end.character]
    is_name = canonicalize_name(written.strip("\"'")) == requirement.name
    name, detail = (
        written if is_name else requirement.name,
        requirement.specifier or requirement.url,
    )
    kind = SymbolKind.REQUIREMENT
    return Symbol(name, detail, kind, requirement.range, requirement.name_range)


def _include(include: Include) -> Symbol:
    detail = "constraints" if include.constraint else "included"
    return Symbol(include.target, detail, SymbolKind.INCLUDE, include.range, include.range)
