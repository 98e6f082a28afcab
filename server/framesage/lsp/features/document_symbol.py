"""``textDocument/documentSymbol``: of dependency files and of rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.editing.document_symbols import SymbolKind, document_symbols
from framesage.lsp.conversion.positions import uri_of
from framesage.text import LONGEST_LABEL, in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.editing.document_symbols import Symbol
    from framesage.lsp.server import FramesageServer
    from framesage.text import Source

_KINDS = {
    SymbolKind.LIST: types.SymbolKind.Array,
    SymbolKind.REQUIREMENT: types.SymbolKind.Package,
    SymbolKind.INCLUDE: types.SymbolKind.File,
    SymbolKind.RULES: types.SymbolKind.Object,
    SymbolKind.TEST: types.SymbolKind.Method,
}


def register(server: FramesageServer) -> None:
    """Register the handler."""
    options = types.DocumentSymbolOptions(label="Framesage")
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, options)(document_symbol)


def document_symbol(
    ls: FramesageServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """Return the symbols of a dependency file, as a tree if the client supports trees."""
    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return _in_rules(ls, params)
    _, manifest = found
    return _shown(ls, manifest.source, document_symbols(manifest))


def _in_rules(
    ls: FramesageServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """Return the symbols of a rule file."""
    from framesage.editing.rules.symbols import rule_symbols

    found = ls.rule_file_at(params.text_document.uri)
    return _shown(ls, found[1], rule_symbols(found[1])) if found else []


def _shown(
    ls: FramesageServer, source: Source, symbols: Sequence[Symbol]
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    document = ls.client_capabilities.text_document
    support = document.document_symbol if document else None
    if support and support.hierarchical_document_symbol_support:
        return [_tree(ls, source, symbol) for symbol in symbols]
    return list(_flat(ls, source, symbols))


def _tree(ls: FramesageServer, source: Source, symbol: Symbol) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=in_one_line(symbol.name, LONGEST_LABEL),
        detail=in_one_line(symbol.detail, LONGEST_LABEL),
        kind=_KINDS[symbol.kind],
        range=ls.positions.range(source, symbol.range),
        selection_range=ls.positions.range(source, symbol.name_range),
        children=[_tree(ls, source, child) for child in symbol.children],
    )


def _flat(
    ls: FramesageServer, source: Source, symbols: Sequence[Symbol], container: str = ""
) -> Iterator[types.SymbolInformation]:
    for symbol in symbols:
        location = types.Location(uri_of(source.path), ls.positions.range(source, symbol.range))
        name = in_one_line(symbol.name, LONGEST_LABEL)
        yield types.SymbolInformation(
            location, name, _KINDS[symbol.kind], container_name=container or None
        )
        yield from _flat(ls, source, symbol.children, name)
