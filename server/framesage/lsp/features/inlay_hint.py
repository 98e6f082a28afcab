"""Inlay hints, for those who set ``inlay-hints``: the traits that requirements are evidence of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.editing.inlay_hints import hints
from framesage.text import Range

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Answer requests for inlay hints."""
    server.feature(types.TEXT_DOCUMENT_INLAY_HINT)(inlay_hints)


def inlay_hints(ls: FramesageServer, params: types.InlayHintParams) -> list[types.InlayHint]:
    """Return the hints in the part of a document that is to be seen."""
    from framesage.lsp.markdown.hover import requirement_text

    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return []
    assessment, manifest = found
    start, end = (
        ls.encoding.position_from(manifest.source, at)
        for at in (params.range.start, params.range.end)
    )
    return [
        types.InlayHint(
            position=ls.encoding.position(manifest.source, one.at),
            label=one.text,
            tooltip=types.MarkupContent(
                types.MarkupKind.Markdown, requirement_text(one.location, assessment)
            ),
            padding_left=True,
        )
        for one in hints(assessment, manifest, Range(start, end))
    ]
