"""Asking the client to ask again: where another document, the disk or a setting changed what is
shown of an open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.inlay_hints import hints
from framesage.lsp.conversion.diagnostics import result_id
from framesage.lsp.features.diagnostic import composer
from framesage.text import Position, Range
from framesage.wording.phrases import verdict_words

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer

_ALL = Range(Position(0, 0), Position(1 << 31, 0))


def register(server: FramesageServer) -> None:
    """Look after every analysis, and remember which documents the client knows to have changed."""
    refresher = Refresher(server)
    server.on_change.append(refresher.changed)
    server.on_analysis.append(refresher.look)


class Refresher:
    """Knows what is shown of each open document that shares its project with another one.

    A client asks again itself for a document that it changes; what that changes in another one it
    cannot know.
    """

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._edited: set[Path] = set()
        self._seen: dict[Path, tuple[object, ...]] = {}

    def changed(self, path: Path | None) -> None:
        """Hear of a change of one document, or of anything (None)."""
        if path is None:
            self._seen.clear()
            self.ask_again()
        else:
            self._edited.add(path)

    def look(self, root: Path) -> None:
        """Ask for a refresh if a document looks different that the client did not edit."""
        store = self._server.store
        mine = [path for path in store.buffers if store.root_of(path) == root]
        others = [path for path in mine if path not in self._edited]
        self._edited.difference_update(mine)
        if not others:
            return
        now = self._looks(root, mine)
        stale = any(path in self._seen and self._seen[path] != now[path] for path in others)
        self._seen.update(now)
        if stale:
            self.ask_again()

    def _looks(self, root: Path, paths: list[Path]) -> dict[Path, tuple[object, ...]]:
        """Return what diagnostics, lens and hints show of documents."""
        assessment = self._server.store.assessment(root)
        found = composer(self._server).by_path(assessment)
        manifests = {one.source.path: one for one in assessment.project.manifests}
        verdict = verdict_words(assessment)
        return {
            path: (
                verdict,
                result_id(found.get(path, [])),
                [one.text for one in hints(assessment, manifests[path], _ALL)]
                if path in manifests
                else [],
            )
            for path in paths
        }

    def ask_again(self) -> None:
        """Send the requests for a refresh that the client takes."""
        workspace = self._server.client_capabilities.workspace
        if workspace is None:
            return
        for able, send in (
            (workspace.diagnostics, self._server.workspace_diagnostic_refresh),
            (workspace.code_lens, self._server.workspace_code_lens_refresh),
            (workspace.inlay_hint, self._server.workspace_inlay_hint_refresh),
        ):
            if able and able.refresh_support:
                send(None)
