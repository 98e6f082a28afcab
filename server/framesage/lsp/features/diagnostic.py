"""``textDocument/diagnostic``, for clients that request diagnostics."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.diagnostics import DiagnosticConverter, result_id
from framesage.lsp.conversion.positions import path_of
from framesage.lsp.features.rule_page import rule_url

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from framesage.lsp.server import FramesageServer

Report = types.FullDocumentDiagnosticReport | types.UnchangedDocumentDiagnosticReport


def register(server: FramesageServer) -> None:
    """Register the handler."""
    options = types.DiagnosticOptions(
        identifier="framesage", inter_file_dependencies=True, workspace_diagnostics=True
    )
    provider = DiagnosticProvider(server)

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    def _diagnostic(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        return provider.report(params)


class DiagnosticProvider:
    """Reports the diagnostics of a document, and of related documents if they changed."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._related_ids: dict[Path, str] = {}

    def report(self, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        """Return a document's diagnostics, or that they are unchanged."""
        path = path_of(params.text_document.uri)
        found = self._found(path) if path else {}
        diagnostics = found.pop(path, []) if path else []
        related = self._related(found) or None
        current_id = result_id(diagnostics)
        if current_id == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(
                result_id=current_id, related_documents=related
            )
        return types.RelatedFullDocumentDiagnosticReport(
            items=diagnostics, result_id=current_id, related_documents=related
        )

    def _found(self, path: Path) -> dict[Path, list[types.Diagnostic]]:
        from framesage.lsp.rule_files.diagnostics import rule_diagnostics

        in_rules = rule_diagnostics(self._server, path)
        if in_rules is not None:
            return {path: in_rules}
        assessment = self._server.store.assessment_of(path)
        return dict(diagnostic_converter(self._server).by_path(assessment)) if assessment else {}

    def _related(self, found: Mapping[Path, list[types.Diagnostic]]) -> dict[str, Report]:
        """Return the reports for the other files of the project, if the client supports them."""
        document = self._server.client_capabilities.text_document
        support = document.diagnostic if document else None
        if not (support and support.related_document_support):
            return {}
        uri_of = self._server.uri_of
        return {
            uri_of(path): self._related_report(path, diagnostics)
            for path, diagnostics in found.items()
            if diagnostics or path in self._related_ids
        }

    def _related_report(self, path: Path, diagnostics: list[types.Diagnostic]) -> Report:
        previous_id, current_id = self._related_ids.get(path), result_id(diagnostics)
        self._related_ids[path] = current_id
        if previous_id == current_id:
            return types.UnchangedDocumentDiagnosticReport(result_id=current_id)
        return types.FullDocumentDiagnosticReport(items=diagnostics, result_id=current_id)


def diagnostic_converter(server: FramesageServer) -> DiagnosticConverter:
    """Return a converter for the client's capabilities."""
    document = server.client_capabilities.text_document
    publish = document.publish_diagnostics if document else None
    pull = document.diagnostic if document else None
    supported = [capabilities for capabilities in (publish, pull) if capabilities is not None]
    links = any(capabilities.code_description_support for capabilities in supported)
    return DiagnosticConverter(
        server.positions,
        related=any(capabilities.related_information for capabilities in supported),
        link=partial(rule_url, server) if links else None,
        tags={
            tag
            for capabilities in supported
            if capabilities.tag_support
            for tag in capabilities.tag_support.value_set
        },
    )
