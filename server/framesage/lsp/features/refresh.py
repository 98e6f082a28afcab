"""``workspace/diagnostic/refresh``, ``workspace/codeLens/refresh`` and
``workspace/inlayHint/refresh``.

A client requests these features again for a document that is edited. It cannot know when another
document, the disk or a setting has changed the results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.to_do import short_headline
from framesage.analysis.open_choice import has_open_choice
from framesage.editing.inlay_hints import hints
from framesage.lsp.conversion.diagnostics import result_id
from framesage.lsp.features.diagnostic import diagnostic_converter
from framesage.text import Position, Range

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer

_EVERYTHING = Range(Position(0, 0), Position(1 << 31, 0))


def register(server: FramesageServer) -> None:
    """Track changes, and check after every analysis whether a refresh is needed."""
    refresh = RefreshRequests(server)
    server.on_change.append(refresh.changed)
    server.on_analysis.append(refresh.check)


class RefreshRequests:
    """Sends refresh requests when the results of an open document change without an edit of it."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._edited: set[Path] = set()
        self._results: dict[Path, tuple[object, ...]] = {}

    def changed(self, path: Path | None) -> None:
        """Record an edit of a document; request a refresh at once for other changes (None)."""
        if path is None:
            self._results.clear()
            self._request()
        else:
            self._edited.add(path)

    def check(self, root: Path) -> None:
        """Request a refresh if the results of a document that was not edited have changed."""
        store = self._server.store
        documents = [path for path in store.buffers if store.root_of(path) == root]
        others = [path for path in documents if path not in self._edited]
        self._edited.difference_update(documents)
        if not others:
            return
        current, previous = self._current(root, documents), self._results
        is_stale = any(path in previous and previous[path] != current[path] for path in others)
        self._results.update(current)
        if is_stale:
            self._request()

    def _current(self, root: Path, documents: list[Path]) -> dict[Path, tuple[object, ...]]:
        """Return a summary of what the client shows for each document."""
        assessment = self._server.store.assessment(root)
        diagnostics = diagnostic_converter(self._server).by_path(assessment)
        manifests = {manifest.source.path: manifest for manifest in assessment.project.manifests}
        lenses = short_headline(assessment), has_open_choice(assessment)
        results: dict[Path, tuple[object, ...]] = {}
        for path in documents:
            manifest = manifests.get(path)
            shown = hints(assessment, manifest, _EVERYTHING) if manifest else ()
            labels = [hint.text for hint in shown]
            results[path] = (*lenses, result_id(diagnostics.get(path, [])), labels)
        return results

    def _request(self) -> None:
        workspace = self._server.client_capabilities.workspace
        if workspace is None:
            return
        for support, send in (
            (workspace.diagnostics, self._server.workspace_diagnostic_refresh),
            (workspace.code_lens, self._server.workspace_code_lens_refresh),
            (workspace.inlay_hint, self._server.workspace_inlay_hint_refresh),
        ):
            if support and support.refresh_support:
                send(None)
