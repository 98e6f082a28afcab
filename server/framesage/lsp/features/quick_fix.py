"""The code actions for what a light bulb offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from framesage.advice.suppressions import suppressions_of
from framesage.editing.light_bulb import EntryKind
from framesage.fixes.ignores import PLACEHOLDER, ignore_scopes
from framesage.frozen import frozen
from framesage.lsp.features.execute_command import explain_command, has_command
from framesage.lsp.features.ignore_commands import CLIENT_IGNORE, select_command
from framesage.lsp.ignore.requests import REASON_ONLY
from framesage.lsp.ignore.written import written_range
from framesage.lsp.workspace_edit import workspace_edit
from framesage.wording.ignores import WRITE_THE_REASON, ignore_title

if TYPE_CHECKING:
    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location
    from framesage.editing.light_bulb import Entry
    from framesage.fixes import Fix
    from framesage.lsp.server import FramesageServer


@frozen
class QuickFixes:
    """Makes code actions for a document."""

    ls: FramesageServer
    uri: str
    assessment: Assessment

    def action(self, entry: Entry, shown: list[types.Diagnostic]) -> types.CodeAction | None:
        """Return the action for an entry about some diagnostics; None if the client cannot."""
        action = self._fix(entry.fix) if entry.fix else self._command(entry)
        if action:
            action.diagnostics = shown or None
        return action

    def _fix(self, fix: Fix) -> types.CodeAction:
        """Return the action that makes edits, and then selects what the user should see."""
        return types.CodeAction(
            title=fix.title,
            is_preferred=fix.preferred or None,
            edit=workspace_edit(self.ls, fix.edits),
            command=self._selection(fix),
        )

    def _selection(self, fix: Fix) -> types.Command | None:
        """Return the command that selects the reason to write, or a setting in another file."""
        at = written_range(self.ls, fix.edits, PLACEHOLDER)
        if at:
            return select_command(self.ls, WRITE_THE_REASON, at)
        if any(self.ls.uri_of(edit.path) == self.uri for edit in fix.edits):
            return None
        lines = fix.edits[0].text.strip().splitlines()
        at = written_range(self.ls, fix.edits, lines[-1]) if lines else None
        return select_command(self.ls, fix.title, at) if at else None

    def _command(self, entry: Entry) -> types.CodeAction | None:
        """Return the action that explains, or ignores with a reason."""
        if entry.kind is EntryKind.REASON:
            return self._reason(entry.findings[0])
        first = entry.findings[0].rule
        if entry.kind is EntryKind.EXPLAIN:
            title = f"Explain {first}"
            return types.CodeAction(title, command=explain_command(self.ls, title, self.uri, first))
        title = f"{ignore_title(first if len(entry.findings) == 1 else 'a rule')}..."
        ignores = [self._ignore(finding) for finding in entry.findings]
        return types.CodeAction(title, command=self._ask(title, ignores))

    def _reason(self, finding: Finding) -> types.CodeAction | None:
        """Return the action that asks for the reason of an ignore, or else selects it."""
        if has_command(self.ls, CLIENT_IGNORE):
            title, location = f"{WRITE_THE_REASON}...", finding.location
            suppressions = suppressions_of(self.assessment.project)
            rules = [
                suppression.rule
                for suppression in suppressions
                if suppression.reason_location == location
            ]
            scope = {"scope": REASON_ONLY, "file": location.path.name}
            ignore = self._arguments(", ".join(filter(None, rules)), location, [scope])
            command: types.Command | None = self._ask(title, [ignore])
        else:
            title = WRITE_THE_REASON
            command = select_command(self.ls, title, self.ls.positions.location(finding.location))
        return types.CodeAction(title, is_preferred=True, command=command) if command else None

    def _ignore(self, finding: Finding) -> dict[str, Any]:
        scopes = [
            {"scope": scope.value, "file": path.name}
            for scope, path in ignore_scopes(finding, self.assessment).items()
        ]
        return self._arguments(finding.rule, finding.location, scopes)

    def _arguments(
        self, rule: str, location: Location, scopes: list[dict[str, str]]
    ) -> dict[str, Any]:
        source = location.manifest.source
        position = self.ls.positions.position(source, location.range.start)
        return {"rule": rule, "position": position, "scopes": scopes}

    def _ask(self, title: str, ignores: list[dict[str, Any]]) -> types.Command:
        argument = {"uri": self.uri, "ignores": ignores}
        return types.Command(title, CLIENT_IGNORE, arguments=[argument])
