"""Diagnostics: pushed, or given to clients that ask for them; from the same composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.diagnostics import Composer, result_id
from framesage.lsp.conversion.positions import path_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.lsp.server import FramesageServer

Report = types.FullDocumentDiagnosticReport | types.UnchangedDocumentDiagnosticReport


def register(server: FramesageServer) -> None:
    """Push to clients that do not pull, answer those that do."""
    pusher = Pusher(server)
    server.on_analysis.append(pusher.push)
    options = types.DiagnosticOptions(
        identifier="framesage", inter_file_dependencies=True, workspace_diagnostics=True
    )
    puller = Puller(server)

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    def _pull(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        return puller.pull(params)


class Puller:
    """Answers requests for a document's diagnostics, and remembers what it told of its siblings."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._told: dict[Path, str] = {}

    def pull(self, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        """Return a document's diagnostics, or that they are still the same."""
        path = path_of(params.text_document.uri)
        found = _found(self._server, path) if path else {}
        diagnostics = found.pop(path, []) if path else []
        identity = result_id(diagnostics)
        related = self._related(found) or None
        if identity == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(
                result_id=identity, related_documents=related
            )
        return types.RelatedFullDocumentDiagnosticReport(
            items=diagnostics, result_id=identity, related_documents=related
        )

    def _related(self, found: Mapping[Path, list[types.Diagnostic]]) -> dict[str, Report]:
        """Return the reports on a document's siblings, for clients that take them."""
        document = self._server.client_capabilities.text_document
        able = document.diagnostic if document else None
        if not (able and able.related_document_support):
            return {}
        shown = {path: items for path, items in found.items() if items or path in self._told}
        uri_of = self._server.uri_of
        return {uri_of(path): self._report(path, items) for path, items in shown.items()}

    def _report(self, path: Path, items: list[types.Diagnostic]) -> Report:
        before, identity = self._told.get(path), result_id(items)
        self._told[path] = identity
        if before == identity:
            return types.UnchangedDocumentDiagnosticReport(result_id=identity)
        return types.FullDocumentDiagnosticReport(items=items, result_id=identity)


class Pusher:
    """Publishes a project's diagnostics, and remembers what is shown where."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._shown: dict[Path, list[types.Diagnostic]] = {}

    def push(self, root: Path) -> None:
        """Publish the diagnostics of the project at a root, and take back stale ones."""
        if self._server.pulls:
            return
        assessment = self._server.store.assessment(root)
        found = composer(self._server).by_path(assessment) if self._follows(assessment) else {}
        stale = [p for p, owner in self._server.shown.items() if owner == root and p not in found]
        for path, diagnostics in (*found.items(), *((path, []) for path in stale)):
            self._publish(path, diagnostics, root)

    def _follows(self, assessment: Assessment) -> bool:
        """Tell whether a project is in the workspace, if there is one, or open."""
        store, project = self._server.store, assessment.project
        inside = not store.folders or store.folder_of(project.root) is not None
        return inside or any(one.source.path in store.buffers for one in project.manifests)

    def _publish(self, path: Path, diagnostics: list[types.Diagnostic], root: Path) -> None:
        """Publish for an open document always, with its version; for another, what changed."""
        buffer = self._server.store.buffers.get(path)
        if buffer is None and self._shown.get(path, []) == diagnostics:
            return
        self._shown[path] = diagnostics
        self._server.shown[path] = root
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=self._server.uri_of(path),
                diagnostics=diagnostics,
                version=buffer.version if buffer else None,
            )
        )


def composer(server: FramesageServer) -> Composer:
    """Return a composer for what the client can show."""
    document = server.client_capabilities.text_document
    push = document.publish_diagnostics if document else None
    pull = document.diagnostic if document else None
    return Composer(
        server.encoding,
        related=any(one is not None and one.related_information for one in (push, pull)),
        links=any(one is not None and one.code_description_support for one in (push, pull)),
    )


def _found(server: FramesageServer, path: Path) -> dict[Path, list[types.Diagnostic]]:
    assessment = server.store.assessment_of(path)
    return dict(composer(server).by_path(assessment)) if assessment else {}
