"""``textDocument/completion``: of settings, ignore comments, packages and rule files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.markdown.markup import markup, plain
from framesage.lsp.markdown.trusted import prose_lines
from framesage.text import LONGEST_LABEL, in_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.editing.suggestion import Suggestion
    from framesage.lsp.server import FramesageServer
    from framesage.text import Source


def register(server: FramesageServer) -> None:
    """Register the handler."""
    options = types.CompletionOptions(trigger_characters=list('[.",={'))
    server.feature(types.TEXT_DOCUMENT_COMPLETION, options)(completion)


def completion(ls: FramesageServer, params: types.CompletionParams) -> list[types.CompletionItem]:
    """Return the suggestions at a position."""
    from framesage.editing.ignore_completion import complete_ignores
    from framesage.editing.package_completion import complete_packages
    from framesage.editing.settings.completion import complete_settings

    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return _in_rules(ls, params)
    assessment, manifest = found
    position = ls.positions.position_from(manifest.source, params.position)
    ignores = complete_ignores(manifest.source, position, assessment.rule_base)
    settings = complete_settings(manifest, position, assessment.rule_base)
    packages = complete_packages(manifest, position, assessment)
    item = partial(_item, ls, manifest.source)
    kinds = types.CompletionItemKind
    return [
        *(item(rule, kinds.Property) for rule in ignores),
        *(item(setting, kinds.Property, rank) for rank, setting in enumerate(settings)),
        *(item(package, kinds.Module, rank) for rank, package in enumerate(packages)),
    ]


def _in_rules(ls: FramesageServer, params: types.CompletionParams) -> list[types.CompletionItem]:
    """Return the suggestions at a position of a rule file."""
    from framesage.editing.rules.completion import complete_rules
    from framesage.editing.rules.files import declared_file

    found = ls.rule_file_at(params.text_document.uri)
    if found is None:
        return []
    rule_base, source = found
    position = ls.positions.position_from(source, params.position)
    suggestions = complete_rules(source, position, rule_base, declared_file(source.path))
    kind = types.CompletionItemKind.Property
    return [_item(ls, source, found, kind, rank) for rank, found in enumerate(suggestions)]


def _item(
    ls: FramesageServer,
    source: Source,
    suggestion: Suggestion,
    kind: types.CompletionItemKind,
    rank: int | None = None,
) -> types.CompletionItem:
    """Convert a suggestion; the client sorts by ``rank`` if it is given, or else by label."""
    document = ls.client_capabilities.text_document
    support = document.completion.completion_item if document and document.completion else None
    formats = support.documentation_format if support else None
    snippet = suggestion.snippet if support and support.snippet_support else ""
    text = snippet or suggestion.text
    return types.CompletionItem(
        label=suggestion.label,
        kind=kind,
        detail=in_one_line(suggestion.detail, LONGEST_LABEL),
        documentation=_documentation(suggestion.about, formats),
        sort_text=None if rank is None else f"{rank:03}",
        text_edit=types.TextEdit(ls.positions.range(source, suggestion.range), text),
        insert_text_format=types.InsertTextFormat.Snippet if snippet else None,
        filter_text=suggestion.typed or suggestion.text,
    )


def _documentation(
    markdown: str, formats: Sequence[types.MarkupKind] | None
) -> types.MarkupContent | str | None:
    if not markdown:
        return None
    safe = prose_lines(markdown)
    return markup(safe, formats) if formats else plain(safe)
