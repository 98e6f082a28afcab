"""``textDocument/definition``: from an id in a rule file, a setting or an ignore comment to the
table that defines it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(definition)


def definition(ls: FramesageServer, params: types.DefinitionParams) -> list[types.Location]:
    """Return where the id at a position is defined; a pack can complete what is built in."""
    from framesage.lsp.rule_files.pointed import pointed_at

    pointed = pointed_at(ls, params.text_document.uri, params.position)
    return [
        types.Location(ls.uri_of(found.source.path), ls.positions.range(found.source, found.range))
        for found in (pointed.definitions() if pointed else ())
    ]
