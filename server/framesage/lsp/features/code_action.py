"""``textDocument/codeAction``: fixes and explanations of findings, and *fix all* of a document."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.findings import anchors
from framesage.analysis.open_choice import has_open_choice
from framesage.frozen import frozen
from framesage.lsp.conversion.positions import path_of
from framesage.lsp.features.consultation_commands import ask_command
from framesage.lsp.features.execute_command import has_command
from framesage.lsp.features.ignore_commands import CLIENT_IGNORE
from framesage.lsp.features.plain_command import plain_commands, supports_literals
from framesage.lsp.workspace_edit import can_apply, workspace_edit
from framesage.wording.dialogue import ask_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location
    from framesage.lsp.server import FramesageServer

QUICK_FIX = str(types.CodeActionKind.QuickFix.value)
ALL_FIXES = f"{QUICK_FIX}.framesage.all"
"""The kind with which a client requests every quick fix, for a view of its own."""
ASK_KIND = f"{types.CodeActionKind.Refactor.value}.framesage"
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.framesage"
FIX_ALL_TITLE = "Fix all auto-fixable problems (Framesage)"
MOST_ACTIONS = 6
"""A light bulb with more is not read."""


def register(server: FramesageServer) -> None:
    """Register the handler."""
    options = types.CodeActionOptions(code_action_kinds=[QUICK_FIX, ASK_KIND, FIX_ALL])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(code_action)


def code_action(
    ls: FramesageServer, params: types.CodeActionParams
) -> list[types.CodeAction] | list[types.Command]:
    """Return the actions for a range, as commands if the client supports nothing else."""
    actions = _actions(ls, params)
    return actions if supports_literals(ls) else list(plain_commands(ls, actions))


def _actions(ls: FramesageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    path = path_of(params.text_document.uri)
    assessment = ls.store.assessment_of(path) if path else None
    if path is None or assessment is None:
        return []
    request = _Request(ls, params, path, assessment)
    if _kinds(params.context) == [ALL_FIXES]:
        return list(request.quick_fixes(sys.maxsize, ALL_FIXES))
    wanted = partial(_is_requested, context=params.context)
    to_ask = list(request.offer_to_ask()) if wanted(ASK_KIND) else []
    fixes = list(request.quick_fixes(MOST_ACTIONS - len(to_ask))) if wanted(QUICK_FIX) else []
    actions = [*fixes, *to_ask]
    if wanted(FIX_ALL) and len(actions) < MOST_ACTIONS:
        actions += request.fix_all()
    return actions


@frozen(slots=False)
class _Request:
    """A request for code actions, and the assessment that answers it."""

    ls: FramesageServer
    params: types.CodeActionParams
    path: Path
    assessment: Assessment

    def quick_fixes(self, room: int, kind: str = QUICK_FIX) -> Iterator[types.CodeAction]:
        """Yield what the light bulb offers for the findings, at most ``room`` actions."""
        from framesage.editing.light_bulb import LightBulb
        from framesage.lsp.features.quick_fix import QuickFixes

        quick_fixes = QuickFixes(self.ls, self.params.text_document.uri, self.assessment)
        light_bulb = LightBulb(
            self.assessment,
            asks=has_command(self.ls, CLIENT_IGNORE),
            can_apply=lambda fix: can_apply(self.ls, fix.edits),
        )
        findings = self._findings
        entries = self.ls.answers.get(
            self.assessment,
            ("entries", room, *map(id, findings)),  # hashing all of a finding takes long
            lambda: light_bulb.entries(findings, room),
        )
        for entry in entries:
            action = quick_fixes.action(entry, self._diagnostics(entry.findings))
            if action:
                action.kind = kind
                yield action

    def offer_to_ask(self) -> Iterator[types.CodeAction]:
        """Yield the action that starts the dialogue, at the main list of an open choice."""
        heads = anchors(self.assessment.project)[:1]
        is_here = any(head.path == self.path and self._is_in_range(head) for head in heads)
        if is_here and has_open_choice(self.assessment):
            title = ask_title(self.assessment.rule_base)
            command = ask_command(self.ls, title, self.params.text_document.uri)
            yield types.CodeAction(title=title, kind=ASK_KIND, command=command)

    def fix_all(self) -> Iterator[types.CodeAction]:
        """Yield the action that makes every preferred fix of the document, if there are any."""
        from framesage.fixes import fix_all

        assess_with = partial(self.ls.store.assessment_with, self.path)
        edit = self.ls.answers.get(
            self.assessment,
            ("fix all", self.path),
            lambda: fix_all(self.assessment, self.path, assess_with),
        )
        if edit:
            changes = workspace_edit(self.ls, (edit,))
            yield types.CodeAction(title=FIX_ALL_TITLE, kind=FIX_ALL, edit=changes)

    @cached_property
    def _findings(self) -> list[Finding]:
        """The findings in the range, or those of them whose diagnostics are in the context."""
        findings = [
            finding
            for finding in self.assessment.findings
            if finding.location.path == self.path and self._is_in_range(finding.location)
        ]
        return [finding for finding in findings if self._diagnostics([finding])] or findings

    def _is_in_range(self, location: Location) -> bool:
        source, span = location.manifest.source, location.range
        start = self.ls.positions.position_from(source, self.params.range.start)
        end = self.ls.positions.position_from(source, self.params.range.end)
        return start <= span.end and span.start <= end

    def _diagnostics(self, findings: Sequence[Finding]) -> list[types.Diagnostic]:
        """Return the diagnostics in the context that show findings."""
        shown = [
            (
                finding.rule,
                self.ls.positions.range(finding.location.manifest.source, finding.location.range),
            )
            for finding in findings
        ]
        return [
            diagnostic
            for diagnostic in self.params.context.diagnostics
            if (diagnostic.code, diagnostic.range) in shown
        ]


def _is_requested(kind: str, context: types.CodeActionContext) -> bool:
    only = _kinds(context)
    return not only or any(
        not requested or f"{kind}.".startswith(f"{requested}.") for requested in only
    )


def _kinds(context: types.CodeActionContext) -> list[str]:
    """Return the requested kinds; none stands for all of them."""
    return [str(getattr(requested, "value", requested)) for requested in context.only or ()]
