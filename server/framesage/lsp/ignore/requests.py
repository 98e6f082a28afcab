"""Ignore a finding with the reason that a client has asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from framesage.advice.suppressions import suppressions_of
from framesage.fixes import Changes, FileChange
from framesage.fixes.ignore_comments import write_reason
from framesage.fixes.ignores import IgnoreScope, ignore_changes, reason_problem
from framesage.lsp.conversion.positions import path_of
from framesage.lsp.dialogue.arguments import project_at, read_object
from framesage.lsp.dialogue.writing import write_changes
from framesage.lsp.ignore.written import written_range
from framesage.wording.ignores import ignore_title, not_reported

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.advice.model import Assessment, Finding
    from framesage.lsp.server import FramesageServer

REASON_ONLY = "reason"
"""The scope of an ignore that is there already, and gets its reason."""


def check_reason(ls: FramesageServer, arguments: object) -> str:
    """Return what is wrong with a reason; ``arguments`` are ``{"uri", "scope", "reason"}``."""
    given = read_object(arguments)
    assessment = project_at(ls, given.get("uri"))
    reason, scope = _text(given, "reason"), _text(given, "scope")
    in_comment = scope != IgnoreScope.PROJECT.value
    return reason_problem(reason, assessment.rule_base, in_comment=in_comment)


async def write_ignore(ls: FramesageServer, arguments: object) -> dict[str, Any]:
    """Ignore a finding; ``arguments`` are ``{"uri", "rule", "position", "scope", "reason"}``.

    Return ``{"applied", "text", "message"}``, and with an edit the ``uri`` and ``range`` of the
    reason that was written. The finding is looked for again: the file may have changed meanwhile.
    """
    given = read_object(arguments)
    rule, reason = _text(given, "rule"), _text(given, "reason").strip()
    problem = check_reason(ls, given)
    if problem:
        return {"applied": False, "text": "", "message": problem}
    made: list[Changes] = []

    def make() -> Changes:
        made.append(_changes(ls, given, rule, reason))
        return made[-1]

    written = await write_changes(ls, make, ignore_title(rule))
    if not made[-1].files:
        return {"applied": False, "text": "", "message": not_reported(rule)}
    result = {"applied": written.applied, "text": written.text, "message": written.message}
    shown = written_range(ls, made[-1].edits, reason) if written.applied else None
    return {**result, "uri": shown.uri, "range": shown.range} if shown else result


def _changes(ls: FramesageServer, given: Mapping[str, Any], rule: str, reason: str) -> Changes:
    assessment, scope = project_at(ls, given.get("uri")), _text(given, "scope")
    if scope == REASON_ONLY:
        return _reason_changes(given, assessment, reason)
    finding = _finding(given, assessment, rule)
    if finding is None:
        return Changes()
    try:
        return ignore_changes(finding, assessment, IgnoreScope(scope), reason)
    except ValueError:
        raise JsonRpcInvalidParams("`scope` must be `line`, `project` or `reason`") from None


def _reason_changes(given: Mapping[str, Any], assessment: Assessment, reason: str) -> Changes:
    """Return the changes that write the reason of the ignore at a position."""
    path, number = path_of(str(given.get("uri"))), _line(given)
    for suppression in suppressions_of(assessment.project):
        location = suppression.reason_location
        if location and (location.path, location.range.start.line) == (path, number):
            edits = write_reason(suppression, reason)
            return Changes((FileChange(location.path, reason, edits),))
    return Changes()


def _finding(given: Mapping[str, Any], assessment: Assessment, rule: str) -> Finding | None:
    """Return the finding of a rule that is closest to where it was."""
    path, number = path_of(str(given.get("uri"))), _line(given)
    found = [
        finding
        for finding in assessment.findings
        if finding.rule == rule and finding.location.path == path
    ]
    distances = [abs(finding.location.range.start.line - number) for finding in found]
    return found[distances.index(min(distances))] if found else None


def _line(given: Mapping[str, Any]) -> int:
    position = given.get("position")
    line = position.get("line") if isinstance(position, dict) else None
    if not isinstance(line, int):
        raise JsonRpcInvalidParams("`position` must have a `line`")
    return line


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key)
    if not isinstance(value, str):
        raise JsonRpcInvalidParams(f"`{key}` must be a string")
    return value
