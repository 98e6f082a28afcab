"""Completion: of settings and their values, and of rules in ignore comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.complete import complete
from framesage.lsp.convert import path_of

if TYPE_CHECKING:
    from framesage.advice.complete import Suggestion
    from framesage.lsp.server import FramesageServer
    from framesage.text import Source


def register(server: FramesageServer) -> None:
    """Answer requests for completion."""
    options = types.CompletionOptions(trigger_characters=["[", ".", '"', ","])
    server.feature(types.TEXT_DOCUMENT_COMPLETION, options)(completion)


def completion(ls: FramesageServer, params: types.CompletionParams) -> list[types.CompletionItem]:
    """Return what can be written at a position."""
    path = path_of(params.text_document.uri)
    source = ls.store.source_of(path) if path else None
    assessment = ls.store.assessment_of(path) if path else None
    if source is None or assessment is None:
        return []
    at = ls.encoding.position_from(source, params.position)
    return [_item(ls, source, one) for one in complete(source, at, assessment.rule_base)]


def _item(ls: FramesageServer, source: Source, one: Suggestion) -> types.CompletionItem:
    return types.CompletionItem(
        label=one.label,
        kind=types.CompletionItemKind.Property,
        detail=one.detail,
        text_edit=types.TextEdit(ls.encoding.range(source, one.range), one.text),
        filter_text=one.text,
    )
