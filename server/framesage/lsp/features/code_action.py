"""Code actions: fixes and explanations of the findings in a range, all fixes of a document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import path_of
from framesage.lsp.features.execute_command import command
from framesage.lsp.workspace_edit import can_write, workspace_edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.fixes import Fix
    from framesage.lsp.server import FramesageServer

QUICK_FIX = str(types.CodeActionKind.QuickFix.value)
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.framesage"


def register(server: FramesageServer) -> None:
    """Answer requests for code actions."""
    options = types.CodeActionOptions(code_action_kinds=[QUICK_FIX, FIX_ALL])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(code_actions)


def code_actions(ls: FramesageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return the actions for a range; none for clients that only know commands."""
    path = path_of(params.text_document.uri)
    assessment = ls.store.assessment_of(path) if path and _understands(ls) else None
    if path is None or assessment is None:
        return []
    found: list[types.CodeAction] = []
    if _wanted(QUICK_FIX, params.context):
        found += _quick_fixes(ls, params, path, assessment)
        found += _explanations(ls, params, path, assessment)
    if _wanted(FIX_ALL, params.context):
        found += _fix_all(ls, path, assessment)
    return found


def _quick_fixes(
    ls: FramesageServer, params: types.CodeActionParams, path: Path, assessment: Assessment
) -> Iterator[types.CodeAction]:
    """Yield the fixes of the findings meant, those with the same effect once."""
    from framesage.fixes import fixes_for

    seen: set[tuple[object, ...]] = set()
    for finding in _meant(ls, params, path, assessment):
        for fix in fixes_for(finding, assessment):
            if fix.edits not in seen and can_write(ls, fix.edits):
                seen.add(fix.edits)
                yield _quick_fix(ls, finding, fix, params.context)


def _explanations(
    ls: FramesageServer, params: types.CodeActionParams, path: Path, assessment: Assessment
) -> Iterator[types.CodeAction]:
    """Yield what explains each rule that speaks in a finding meant."""
    rules = dict.fromkeys(one.rule for one in _meant(ls, params, path, assessment))
    for rule in (one for one in rules if one in assessment.rule_base.advice):
        title = f"Explain {rule}"
        explain = command(ls, title, params.text_document.uri, rule)
        yield types.CodeAction(title=title, kind=types.CodeActionKind.QuickFix, command=explain)


def _meant(
    ls: FramesageServer, params: types.CodeActionParams, path: Path, assessment: Assessment
) -> list[Finding]:
    """Return the findings in the range; of those, the ones whose diagnostics the client names, if
    it names any of ours."""
    here = [one for one in assessment.findings if one.location.path == path]
    touched = [one for one in here if _touches(ls, one, params.range)]
    named = [one for one in touched if _shown(ls, one, params.context)]
    return named or touched


def _shown(
    ls: FramesageServer, finding: Finding, context: types.CodeActionContext
) -> list[types.Diagnostic]:
    """Return the diagnostics that the client names and that show the finding."""
    span = ls.encoding.range(finding.location.manifest.source, finding.location.range)
    return [one for one in context.diagnostics if (one.code, one.range) == (finding.rule, span)]


def _quick_fix(
    ls: FramesageServer, finding: Finding, fix: Fix, context: types.CodeActionContext
) -> types.CodeAction:
    return types.CodeAction(
        title=fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=_shown(ls, finding, context) or None,
        is_preferred=fix.preferred or None,
        edit=workspace_edit(ls, fix.edits),
    )


def _fix_all(ls: FramesageServer, path: Path, assessment: Assessment) -> Iterator[types.CodeAction]:
    from framesage.fixes import fix_all

    edit = fix_all(assessment, path, partial(ls.store.assessment_with, path))
    if edit:
        title, edits = "Make all fixes that Framesage prefers", workspace_edit(ls, (edit,))
        yield types.CodeAction(title=title, kind=FIX_ALL, edit=edits)


def _touches(ls: FramesageServer, finding: Finding, span: types.Range) -> bool:
    source, mine = finding.location.manifest.source, finding.location.range
    start = ls.encoding.position_from(source, span.start)
    return start <= mine.end and mine.start <= ls.encoding.position_from(source, span.end)


def _wanted(kind: str, context: types.CodeActionContext) -> bool:
    only = [str(getattr(one, "value", one)) for one in context.only or ()]
    return not only or any(f"{kind}.".startswith(f"{one}.") or not one for one in only)


def _understands(ls: FramesageServer) -> bool:
    document = ls.client_capabilities.text_document
    actions = document.code_action if document else None
    return bool(actions and actions.code_action_literal_support)
