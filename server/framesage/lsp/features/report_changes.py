"""``framesage/didChangeReport``: a report that the client requested is out of date.

Its parameter is ``{"root"}``, as in the response to ``framesage/report``. It is sent once after
each request, so a client that shows no report gets none, and one that hides it can wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.lsp.server import FramesageServer

DID_CHANGE_REPORT = "framesage/didChangeReport"


def register(server: FramesageServer) -> None:
    """Track the changes of what was reported."""
    changes = ReportChanges(server)
    server.on_report.append(changes.reported)
    server.on_change.append(changes.changed)
    server.on_analysis.append(changes.analyzed)


class ReportChanges:
    """Compares reported assessments with current ones."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._reported: dict[Path, Assessment] = {}

    def reported(self, assessment: Assessment) -> None:
        """Record what a client shows from now on."""
        self._reported[assessment.project.root] = assessment

    def changed(self, path: Path | None) -> None:
        """Notify the client of a change of anything (None); an edit is analyzed first."""
        if path is None:
            for root in [*self._reported]:
                self._notify(root)

    def analyzed(self, root: Path) -> None:
        """Notify the client if the assessment of a reported project is another one now."""
        reported = self._reported.get(root)
        if reported is not None and self._server.store.assessment(root) is not reported:
            self._notify(root)

    def _notify(self, root: Path) -> None:
        del self._reported[root]
        self._server.protocol.notify(DID_CHANGE_REPORT, {"root": self._server.uri_of(root)})
