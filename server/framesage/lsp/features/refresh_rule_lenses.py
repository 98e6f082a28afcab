"""``workspace/codeLens/refresh`` for open rule files: what stands above their rules is about tests
and projects, so it changes without an edit of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.lsp.workspace.debounce import Debouncer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Look at the counts after every analysis and search, and refresh after every check."""
    refresh = RuleLensRefresh(server)
    server.on_analysis.append(lambda _root: refresh.look())
    server.on_scan.append(refresh.look)
    server.rule_checks.on_done.append(refresh.request)


class RuleLensRefresh:
    """Requests a refresh when rules fire in another number of projects."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._debouncer = Debouncer(lambda: server.waiting_messages(), lambda _: self._compare())
        self._counts: Mapping[str, int] = {}

    def look(self) -> None:
        """Compare the counts, once after a burst of analyses, if a rule file is open."""
        if any(self._server.store.reads_rules(path) for path in self._server.store.buffers):
            self._debouncer.request(None)

    def request(self) -> None:
        """Ask the client to request the lenses again."""
        workspace = self._server.client_capabilities.workspace
        if workspace and workspace.code_lens and workspace.code_lens.refresh_support:
            self._server.workspace_code_lens_refresh(None)

    def _compare(self) -> None:
        from framesage.editing.rules.lenses import fire_counts

        counts = fire_counts(self._server.store.known())
        if counts != self._counts:
            self._counts = counts
            self.request()
