"""``textDocument/codeLens``: the verdict above the dependency list, and the offer to ask; above
each rule of a rule file, how its tests end and in how many projects it fires.

A click on the verdict explains it; a click on the offer starts the dialogue. VS Code gets an icon
and a lens that says *Explain*, because its lenses look like text; other editors show the name of
an icon instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.findings import anchors
from framesage.advice.to_do import short_headline
from framesage.analysis.open_choice import has_open_choice
from framesage.lsp.conversion.positions import path_of
from framesage.lsp.features.consultation_commands import ask_command
from framesage.lsp.features.execute_command import (
    CLIENT_EXPLAIN,
    explain_command,
    has_command,
)
from framesage.wording.dialogue import ask_title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.lsp.server import FramesageServer


ICON = "$(lightbulb) "
"""An icon in the syntax of VS Code, with the space behind it."""
EXPLAIN_TITLE = "Explain"


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions())(code_lens)


def code_lens(ls: FramesageServer, params: types.CodeLensParams) -> list[types.CodeLens]:
    """Return the verdict and the offer at the beginning of the project's main dependency list."""
    uri = params.text_document.uri
    path = path_of(uri)
    assessment = ls.store.assessment_of(path) if path else None
    head = next(iter(anchors(assessment.project)), None) if assessment else None
    if assessment is None or head is None or head.path != path:
        return _in_rules(ls, path) if path else []
    span = ls.positions.range(head.manifest.source, head.range)
    return [types.CodeLens(span, command) for command in _commands(ls, uri, assessment)]


def _in_rules(ls: FramesageServer, path: Path) -> list[types.CodeLens]:
    """Return the lines above the rules of a rule file; they have no command."""
    from framesage.editing.rules.lenses import rule_lenses

    found = ls.rule_file_at(ls.uri_of(path))
    if found is None:
        return []
    _, source = found
    lenses = rule_lenses(source, ls.rule_checks.latest(path), ls.store.known())
    return [
        types.CodeLens(ls.positions.range(source, lens.range), types.Command(lens.text, ""))
        for lens in lenses
    ]


def _commands(ls: FramesageServer, uri: str, assessment: Assessment) -> Iterator[types.Command]:
    is_extension = has_command(ls, CLIENT_EXPLAIN)
    if assessment.web:
        title = f"Framesage: {short_headline(assessment)}"
        yield explain_command(ls, f"{ICON}{title}" if is_extension else title, uri)
    if assessment.web and is_extension:
        yield explain_command(ls, EXPLAIN_TITLE, uri)
    if has_open_choice(assessment):
        yield ask_command(ls, ask_title(assessment.rule_base), uri)
