"""Document links: to included files, to rules of one's own, to the rules that ignores name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import uri_of

if TYPE_CHECKING:
    from framesage.editing.document_links import Link
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Answer requests for links."""
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkOptions())(document_links)


def document_links(
    ls: FramesageServer, params: types.DocumentLinkParams
) -> list[types.DocumentLink]:
    """Return the links of a dependency file to files that are there."""
    from framesage.editing.document_links import links

    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return []
    assessment, manifest = found
    document = ls.client_capabilities.text_document
    able = document.document_link if document else None
    tooltips = bool(able and able.tooltip_support)
    there = (one for one in links(assessment, manifest) if one.line or ls.store.source_of(one.path))
    return [
        types.DocumentLink(
            range=ls.encoding.range(manifest.source, one.range),
            target=_target(one),
            tooltip=one.tooltip if tooltips else None,
        )
        for one in there
    ]


def _target(link: Link) -> str:
    """Return a URI with the line as editors understand it (``#L12``)."""
    return f"{uri_of(link.path)}#L{link.line}" if link.line else uri_of(link.path)
