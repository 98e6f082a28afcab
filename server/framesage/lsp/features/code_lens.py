"""``textDocument/codeLens``: the verdict above the dependency list; a click explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.findings import anchors
from framesage.advice.to_do import short_headline
from framesage.lsp.conversion.positions import path_of
from framesage.lsp.features.execute_command import explain_command

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions())(code_lens)


def code_lens(ls: FramesageServer, params: types.CodeLensParams) -> list[types.CodeLens]:
    """Return the verdict at the beginning of the project's main dependency list."""
    path = path_of(params.text_document.uri)
    assessment = ls.store.assessment_of(path) if path else None
    if assessment is None or not assessment.web:
        return []
    title = f"Framesage: {short_headline(assessment)}"
    command = explain_command(ls, title, params.text_document.uri)
    return [
        types.CodeLens(ls.positions.range(location.manifest.source, location.range), command)
        for location in anchors(assessment.project)[:1]
        if location.path == path
    ]
