"""``textDocument/inlayHint``: the traits that requirements are evidence for.

Shown only if the setting ``inlay-hints`` is on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.editing.inlay_hints import hints
from framesage.text import Range

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.editing.inlay_hints import Hint
    from framesage.lsp.server import FramesageServer
    from framesage.text import Source


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(types.TEXT_DOCUMENT_INLAY_HINT)(inlay_hint)


def inlay_hint(ls: FramesageServer, params: types.InlayHintParams) -> list[types.InlayHint]:
    """Return the hints in the visible range of a document."""
    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return []
    assessment, manifest = found
    start = ls.positions.position_from(manifest.source, params.range.start)
    end = ls.positions.position_from(manifest.source, params.range.end)
    visible = hints(assessment, manifest, Range(start, end))
    return [_inlay_hint(ls, manifest.source, hint, assessment) for hint in visible]


def _inlay_hint(
    ls: FramesageServer, source: Source, hint: Hint, assessment: Assessment
) -> types.InlayHint:
    from framesage.lsp.markdown.requirement_hover import requirement_text

    tooltip = requirement_text(hint.location, assessment)
    return types.InlayHint(
        position=ls.positions.position(source, hint.position),
        label=hint.text,
        tooltip=types.MarkupContent(types.MarkupKind.Markdown, tooltip),
        padding_left=True,
    )
