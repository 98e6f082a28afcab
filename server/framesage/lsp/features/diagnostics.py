"""Diagnostics: pushed, or given to clients that ask for them; from the same composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.convert import path_of, uri_of
from framesage.lsp.diagnostics import Composer, result_id

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Push to clients that do not pull, answer those that do."""
    pusher = Pusher(server)
    server.analyse = pusher.push
    server.root_shown = pusher.root_shown
    options = types.DiagnosticOptions(
        identifier="framesage", inter_file_dependencies=True, workspace_diagnostics=False
    )
    server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(pull)


def pull(
    ls: FramesageServer, params: types.DocumentDiagnosticParams
) -> types.DocumentDiagnosticReport:
    """Return a document's diagnostics, or that they are still the same."""
    diagnostics = _of(ls, params.text_document.uri)
    identity = result_id(diagnostics)
    if identity == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(identity)
    return types.RelatedFullDocumentDiagnosticReport(items=diagnostics, result_id=identity)


class Pusher:
    """Publishes a project's diagnostics, and remembers what is shown where."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._shown: dict[Path, list[types.Diagnostic]] = {}
        self._roots: dict[Path, Path] = {}

    def root_shown(self, path: Path) -> Path | None:
        """Return the root of the project that what is shown of a document came from."""
        return self._roots.get(path)

    def push(self, root: Path) -> None:
        """Publish the diagnostics of the project at a root, and take back stale ones."""
        if self._server.pulls:
            return
        found = composer(self._server).by_path(self._server.store.assessment(root))
        stale = [p for p, owner in self._roots.items() if owner == root and p not in found]
        for path, diagnostics in (*found.items(), *((path, []) for path in stale)):
            self._publish(path, diagnostics, root)

    def _publish(self, path: Path, diagnostics: list[types.Diagnostic], root: Path) -> None:
        """Publish for an open document always, with its version; for another, what changed."""
        buffer = self._server.store.buffers.get(path)
        if buffer is None and self._shown.get(path, []) == diagnostics:
            return
        self._shown[path] = diagnostics
        self._roots[path] = root
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=buffer.uri if buffer else uri_of(path),
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


def _of(server: FramesageServer, uri: str) -> list[types.Diagnostic]:
    path = path_of(uri)
    assessment = server.store.assessment_of(path) if path else None
    if path is None or assessment is None:
        return []
    return composer(server).by_path(assessment).get(path, [])
