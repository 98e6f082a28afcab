"""Code lens: the verdict above the project's dependency list; a click explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.findings import anchors
from framesage.lsp.conversion.positions import path_of
from framesage.lsp.features.execute_command import command
from framesage.wording.phrases import verdict_words

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Answer requests for code lenses."""
    server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions())(code_lenses)


def code_lenses(ls: FramesageServer, params: types.CodeLensParams) -> list[types.CodeLens]:
    """Return the verdict where the main list of the project's dependencies begins."""
    path = path_of(params.text_document.uri)
    assessment = ls.store.assessment_of(path) if path else None
    if assessment is None or not assessment.web:
        return []
    main = [location for location in anchors(assessment.project)[:1] if location.path == path]
    words = f"Framesage: {verdict_words(assessment)}"
    explain = command(ls, words, params.text_document.uri)
    spans = [ls.encoding.range(location.manifest.source, location.range) for location in main]
    return [types.CodeLens(span, explain) for span in spans]
