"""Completion: of settings and their values, of rules in ignore comments, of packages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.markdown.markup import markup, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.editing.settings_completion import Suggestion
    from framesage.lsp.server import FramesageServer
    from framesage.text import Source


def register(server: FramesageServer) -> None:
    """Answer requests for completion."""
    options = types.CompletionOptions(trigger_characters=["[", ".", '"', ","])
    server.feature(types.TEXT_DOCUMENT_COMPLETION, options)(completion)


def completion(ls: FramesageServer, params: types.CompletionParams) -> list[types.CompletionItem]:
    """Return what can be written at a position."""
    from framesage.editing.package_completion import complete_packages
    from framesage.editing.settings_completion import complete

    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return []
    assessment, manifest = found
    at = ls.encoding.position_from(manifest.source, params.position)
    settings = complete(manifest.source, at, assessment.rule_base)
    packages = complete_packages(manifest, at, assessment)
    item = partial(_item, ls, manifest.source)
    return [
        *(item(one, types.CompletionItemKind.Property) for one in settings),
        *(item(one, types.CompletionItemKind.Module, n) for n, one in enumerate(packages)),
    ]


def _item(
    ls: FramesageServer,
    source: Source,
    one: Suggestion,
    kind: types.CompletionItemKind,
    rank: int | None = None,
) -> types.CompletionItem:
    """Return a suggestion; with a ``rank``, the client keeps to that order."""
    document = ls.client_capabilities.text_document
    able = document.completion.completion_item if document and document.completion else None
    return types.CompletionItem(
        label=one.label,
        kind=kind,
        detail=one.detail,
        documentation=_documentation(one.about, able.documentation_format if able else None),
        sort_text=None if rank is None else f"{rank:03}",
        text_edit=types.TextEdit(ls.encoding.range(source, one.range), one.text),
        filter_text=one.text,
    )


def _documentation(
    markdown: str, formats: Sequence[types.MarkupKind] | None
) -> types.MarkupContent | str | None:
    """Return a text with marks for clients that say they show them, else plainly."""
    if not markdown:
        return None
    return markup(markdown, formats) if formats else plain(markdown)
