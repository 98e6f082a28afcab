"""Document symbols: the lists of a dependency file, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.editing.document_symbols import ItemKind, outline
from framesage.lsp.conversion.positions import uri_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.editing.document_symbols import Item
    from framesage.lsp.server import FramesageServer
    from framesage.text import Source

_KINDS = {
    ItemKind.LIST: types.SymbolKind.Array,
    ItemKind.REQUIREMENT: types.SymbolKind.Package,
    ItemKind.INCLUDE: types.SymbolKind.File,
}


def register(server: FramesageServer) -> None:
    """Answer requests for symbols."""
    options = types.DocumentSymbolOptions(label="Framesage")
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, options)(document_symbols)


def document_symbols(
    ls: FramesageServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """Return the outline of a dependency file, as a tree where the client shows trees."""
    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return []
    items, source = outline(found[1]), found[1].source
    document = ls.client_capabilities.text_document
    able = document.document_symbol if document else None
    if able and able.hierarchical_document_symbol_support:
        return [_symbol(ls, source, one) for one in items]
    return list(_flat(ls, source, items))


def _symbol(ls: FramesageServer, source: Source, item: Item) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=item.name,
        detail=item.detail,
        kind=_KINDS[item.kind],
        range=ls.encoding.range(source, item.range),
        selection_range=ls.encoding.range(source, item.name_range),
        children=[_symbol(ls, source, one) for one in item.items],
    )


def _flat(
    ls: FramesageServer, source: Source, items: list[Item] | tuple[Item, ...], within: str = ""
) -> Iterator[types.SymbolInformation]:
    for item in items:
        location = types.Location(uri_of(source.path), ls.encoding.range(source, item.range))
        yield types.SymbolInformation(
            location, item.name, _KINDS[item.kind], container_name=within or None
        )
        yield from _flat(ls, source, item.items, item.name)
