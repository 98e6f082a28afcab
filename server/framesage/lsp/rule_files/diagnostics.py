"""The diagnostics of an open rule file, and which documents are rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.rule_sources import unknown_rule_errors
from framesage.editing.rules.problems import issue_problems, load_problems
from framesage.lsp.conversion.diagnostics import SEVERITIES, SOURCE
from framesage.rulebase.paths import is_builtin

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer
    from framesage.rulebase.rule_base import RuleBase


def open_rule_files(server: FramesageServer) -> dict[Path, RuleBase]:
    """Return the open rule files that are not built in, each with the rules it belongs to."""
    found = {path: server.store.rules_at(path) for path in server.store.buffers}
    return {
        path: rules.rule_base for path, rules in found.items() if rules and not is_builtin(path)
    }


def rule_diagnostics(server: FramesageServer, path: Path) -> list[types.Diagnostic] | None:
    """Return the diagnostics of a document; None if it is not an open rule file."""
    rules = server.store.rules_at(path) if path in server.store.buffers else None
    source = server.store.source_of(path)
    if rules is None or source is None or is_builtin(path):
        return None
    errors = (*rules.errors, *unknown_rule_errors(rules.rule_base))
    problems = load_problems(errors, source)
    checked = server.rule_checks.latest(path)
    if checked and not problems:
        problems = issue_problems(checked.issues, source)
    return [
        types.Diagnostic(
            range=server.positions.range(source, problem.range),
            severity=SEVERITIES[problem.severity],
            code=problem.code,
            source=SOURCE,
            message=problem.message,
        )
        for problem in problems
    ]
