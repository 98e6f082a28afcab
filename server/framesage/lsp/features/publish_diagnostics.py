"""``textDocument/publishDiagnostics``, for clients that do not request diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.features.diagnostic import diagnostic_converter

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Publish diagnostics after every analysis."""
    server.on_analysis.append(DiagnosticPublisher(server).publish)


class DiagnosticPublisher:
    """Publishes the diagnostics of projects, and removes those that are outdated."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._published: dict[Path, list[types.Diagnostic]] = {}

    def publish(self, root: Path) -> None:
        """Publish the diagnostics of the project at a root."""
        server = self._server
        if server.pulls_diagnostics:
            return
        assessment = server.store.assessment(root)
        found: dict[Path, list[types.Diagnostic]] = {}
        if self._is_shown(assessment):
            found.update(diagnostic_converter(server).by_path(assessment))
            found.update(self._under_other_names(root))
        outdated = [
            path for path, owner in server.published.items() if owner == root and path not in found
        ]
        for path, diagnostics in (*found.items(), *((path, []) for path in outdated)):
            self._publish(path, diagnostics, root)
        for owner in {server.store.root_of(path) for path in outdated} - {root, None}:
            server.debouncer.request(owner)  # an include of the file was taken out

    def _under_other_names(self, root: Path) -> dict[Path, list[types.Diagnostic]]:
        """Return the diagnostics of documents that are open under several names, such as links."""
        store, converter = self._server.store, diagnostic_converter(self._server)
        found = {path: store.assessment_of(path) for path in store.other_names(root)}
        return {
            path: list(converter.by_path(assessment).get(path, ()))
            for path, assessment in found.items()
            if assessment
        }

    def _is_shown(self, assessment: Assessment) -> bool:
        """Return whether a project is in a workspace folder, if there are any, or is open.

        A project that settings exclude by now is not: its files belong to another one, or to none.
        """
        store, project = self._server.store, assessment.project
        files = (manifest.source.path for manifest in project.manifests)
        own = [path for path in files if path in store.buffers and path.parent == project.root]
        if own and all(store.root_of(path) != project.start for path in own):
            return False
        is_inside = not store.folders or store.folder_of(project.root) is not None
        return is_inside or any(
            manifest.source.path in store.buffers for manifest in project.manifests
        )

    def _publish(self, path: Path, diagnostics: list[types.Diagnostic], root: Path) -> None:
        """Publish for every version of an open document, and for other files only changes."""
        buffer = self._server.store.buffers.get(path)
        if buffer is None and self._published.get(path, []) == diagnostics:
            return
        self._published[path] = diagnostics
        self._server.published[path] = root
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=self._server.uri_of(path),
                diagnostics=diagnostics,
                version=buffer.version if buffer else None,
            )
        )
