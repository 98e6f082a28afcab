"""``textDocument/documentLink``: to included files, custom rules, and ignored rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import uri_of

if TYPE_CHECKING:
    from framesage.editing.document_links import Link
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkOptions())(document_link)


def document_link(
    ls: FramesageServer, params: types.DocumentLinkParams
) -> list[types.DocumentLink]:
    """Return the links of a dependency file whose targets exist."""
    from framesage.editing.document_links import links

    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return []
    assessment, manifest = found
    document = ls.client_capabilities.text_document
    support = document.document_link if document else None
    has_tooltips = bool(support and support.tooltip_support)
    return [
        types.DocumentLink(
            range=ls.positions.range(manifest.source, link.range),
            target=_target(link),
            tooltip=link.tooltip if has_tooltips else None,
        )
        for link in links(assessment, manifest)
        if link.line or ls.store.source_of(link.path)
    ]


def _target(link: Link) -> str:
    """Return a URI, with the line in the form that editors support (``#L12``)."""
    return f"{uri_of(link.path)}#L{link.line}" if link.line else uri_of(link.path)
