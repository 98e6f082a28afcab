"""``textDocument/publishDiagnostics``, for clients that do not request diagnostics."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.diagnostic_json import DiagnosticWriter
from framesage.lsp.features.diagnostic import diagnostic_converter
from framesage.lsp.transport.json_messages import notify

if TYPE_CHECKING:
    from collections.abc import Mapping
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
        self._published: dict[Path, list[str]] = {}
        """The diagnostics of files, each as JSON."""
        self._arrays: dict[Path, tuple[list[str], str]] = {}
        self._judged: dict[Path, tuple[bool, frozenset[Path]]] = {}
        """What the findings of other projects in the same files depend on."""

    @cached_property
    def _writer(self) -> DiagnosticWriter:
        """The writer for the client's capabilities, which are known by now."""
        return DiagnosticWriter(diagnostic_converter(self._server))

    def publish(self, root: Path) -> None:
        """Publish the diagnostics of the project at a root."""
        server = self._server
        if server.pulls_diagnostics:
            return
        assessment = server.store.assessment(root)
        found: dict[Path, list[str]] = {}
        if server.store.is_reported(assessment.project):
            found.update(self._writer.by_path(assessment, root))
            found.update(self._under_other_names(root))
        outdated = server.published.put(root, found)
        for path in (*found, *outdated):
            self._publish(path)
        for owner in {server.store.root_of(path) for path in outdated} - {root, None}:
            server.debouncer.request(owner)  # an include of the file was taken out
        self._request_others(root, assessment, found)

    def _request_others(
        self, root: Path, assessment: Assessment, found: Mapping[Path, object]
    ) -> None:
        """Request the projects that read the same files if what they find there has changed.

        A web application owns the lists that it reads (see ``shared_lists``).
        """
        before = self._judged.get(root, (False, frozenset()))
        judged = assessment.web and bool(found), frozenset(found)
        if before == judged:
            return
        self._judged[root] = judged
        published = self._server.published
        for other in {other for path in judged[1] | before[1] for other in published.roots(path)}:
            if other != root:
                self._server.debouncer.request(other)

    def _under_other_names(self, root: Path) -> dict[Path, list[str]]:
        """Return the diagnostics of documents that are open under several names, such as links."""
        store = self._server.store
        found = {path: store.assessment_of(path) for path in store.other_names(root)}
        return {
            path: self._writer.by_path(assessment, path).get(path, [])
            for path, assessment in found.items()
            if assessment
        }

    def _publish(self, path: Path) -> None:
        """Publish for every version of an open document, and for other files only changes."""
        diagnostics = self._server.published.items(path)
        buffer = self._server.store.buffers.get(path)
        if buffer is None and self._published.get(path, []) == diagnostics:
            return
        if buffer is None and path not in self._server.published:
            self._published.pop(path, None)
            self._arrays.pop(path, None)
        else:
            self._published[path] = diagnostics
        version = f'"version": {buffer.version}, ' if buffer and buffer.version is not None else ""
        uri = json.dumps(self._server.uri_of(path))
        params = f'{{"uri": {uri}, {version}"diagnostics": {self._array(path, diagnostics)}}}'
        notify(self._server.protocol, types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)

    def _array(self, path: Path, diagnostics: list[str]) -> str:
        """Return diagnostics as a JSON array; the same list is the same text."""
        known = self._arrays.get(path)
        if known is None or known[0] is not diagnostics:
            known = self._arrays[path] = diagnostics, f"[{', '.join(diagnostics)}]"
        return known[1]
