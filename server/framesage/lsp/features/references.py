"""``textDocument/references``: the uses of an id in rule files, settings and ignore comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(types.TEXT_DOCUMENT_REFERENCES)(references)


def references(ls: FramesageServer, params: types.ReferenceParams) -> list[types.Location]:
    """Return the uses of the id at a position, with its definitions if the client asks for them."""
    from framesage.lsp.rule_files.pointed import pointed_at
    from framesage.lsp.rule_files.uses import uses

    pointed = pointed_at(ls, params.text_document.uri, params.position)
    found = uses(ls, pointed) if pointed else []
    with_definitions = params.context.include_declaration
    builtin = pointed.builtin_definitions() if pointed and with_definitions else []
    return [
        types.Location(ls.uri_of(it.source.path), ls.positions.range(it.source, it.range))
        for it in (*found, *builtin)
        if with_definitions or not it.is_definition
    ]
