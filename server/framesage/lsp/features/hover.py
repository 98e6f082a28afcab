"""Hover: on a requirement, on a framework, on the head of the dependency list, on a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.findings import anchors
from framesage.advice.suppressions import suppressions_of
from framesage.analysis.model import Location
from framesage.lsp.markdown.markup import markup
from framesage.manifests.lazy_requirements import around

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.advice.suppressions import Suppression
    from framesage.lsp.server import FramesageServer
    from framesage.manifests.model import Manifest
    from framesage.text import Position


def register(server: FramesageServer) -> None:
    """Answer hovers."""
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)


def hover(ls: FramesageServer, params: types.HoverParams) -> types.Hover | None:
    """Return what there is to say of the location, or None."""
    found = ls.manifest_at(params.text_document.uri)
    if found is None or not found[0].web:
        return None
    assessment, manifest = found
    at = ls.encoding.position_from(manifest.source, params.position)
    return _hover(ls, assessment, manifest, at)


def _hover(
    server: FramesageServer, assessment: Assessment, manifest: Manifest, at: Position
) -> types.Hover | None:
    from framesage.lsp.markdown.hover import ignore_text

    path = manifest.source.path
    ignores = [one for one in _ignores(assessment, path, at) if one.named]
    if ignores and ignores[0].named:
        text = "\n\n---\n\n".join(ignore_text(one, assessment.rule_base) for one in ignores)
        span = server.encoding.range(manifest.source, ignores[0].named.range)
        return types.Hover(_content(server, text), span)
    locations = _locations(assessment, manifest, at.line)
    touched = [one for one in locations if one.path == path and one.range.touches(at)]
    texts = [text for text in _texts(assessment, touched) if text]
    if not texts:
        return None
    content = _content(server, "\n\n---\n\n".join(texts))
    return types.Hover(content, server.encoding.range(manifest.source, touched[0].range))


def _ignores(assessment: Assessment, path: Path, at: Position) -> list[Suppression]:
    """Return the ignores at a position: the one named there, else all of the comment."""
    here = [
        one
        for one in suppressions_of(assessment.project)
        if one.location and one.location.path == path and one.location.range.touches(at)
    ]
    return [one for one in here if one.named and one.named.range.touches(at)] or here


def _locations(assessment: Assessment, manifest: Manifest, line: int) -> Iterator[Location]:
    """Yield the locations that may hold a line of a manifest."""
    for requirement in around(manifest.requirements, line):
        yield Location(manifest, requirement.range, requirement)
    yield from anchors(assessment.project)
    yield from (finding.location for finding in assessment.findings)


def _texts(assessment: Assessment, touched: list[Location]) -> Iterator[str]:
    """Yield the verdict on the lines that carry it; elsewhere the evidence, then the findings."""
    from framesage.lsp.markdown.hover import finding_text, requirement_text, verdict_text

    if any(
        location in touched
        for location in (*assessment.framework.locations, *anchors(assessment.project)[:1])
    ):
        yield verdict_text(assessment)
        return
    for location in dict.fromkeys(touched):
        yield requirement_text(location, assessment)
    for finding in assessment.findings:
        if finding.location in touched:
            yield finding_text(finding, assessment.rule_base)


def _content(server: FramesageServer, markdown: str) -> types.MarkupContent:
    document = server.client_capabilities.text_document
    return markup(markdown, document.hover.content_format if document and document.hover else None)
