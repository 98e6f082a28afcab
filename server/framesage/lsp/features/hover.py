"""``textDocument/hover``: on requirements, lists, findings, ignores, settings and rule files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.findings import anchors
from framesage.advice.suppressions import suppressions_of
from framesage.analysis.location import Location
from framesage.lsp.features.execute_command import CLIENT_EXPLAIN, has_command
from framesage.lsp.markdown.markup import markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.advice.suppressions import Suppression
    from framesage.lsp.server import FramesageServer
    from framesage.manifests.manifest import Manifest
    from framesage.text import Position, Range

    Link = Callable[..., str]

_RULE = "\n\n---\n\n"
_MORE = "More: the code lens, or `framesage explain`."


def register(server: FramesageServer) -> None:
    """Register the handler."""
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)


def hover(ls: FramesageServer, params: types.HoverParams) -> types.Hover | None:
    """Return the explanation of the text at a position, or None."""
    from framesage.lsp.markdown.settings_hover import settings_text

    found = ls.manifest_at(params.text_document.uri)
    if found is None:
        return _in_rules(ls, params)
    assessment, manifest = found
    position = ls.positions.position_from(manifest.source, params.position)
    written = assessment.project.written
    shown = settings_text(manifest, position, assessment.rule_base, written)
    if not shown and assessment.web:
        shown = _ignore_text(assessment, manifest, position)
        link = partial(_link, ls, params.text_document.uri)
        shown = shown or _location_text(assessment, manifest, position, link)
    if shown is None:
        return None
    text, span = shown
    return types.Hover(markup(text, _formats(ls)), ls.positions.range(manifest.source, span))


def _in_rules(ls: FramesageServer, params: types.HoverParams) -> types.Hover | None:
    """Return the meaning of a word in a rule file, or None."""
    from framesage.lsp.markdown.rule_file_hover import word_text

    found = ls.rule_file_at(params.text_document.uri)
    if found is None:
        return None
    rule_base, source = found
    shown = word_text(source, ls.positions.position_from(source, params.position), rule_base)
    if shown is None:
        return None
    text, span = shown
    return types.Hover(markup(text, _formats(ls)), ls.positions.range(source, span))


def _formats(ls: FramesageServer) -> Sequence[types.MarkupKind] | None:
    document = ls.client_capabilities.text_document
    return document.hover.content_format if document and document.hover else None


def _link(ls: FramesageServer, uri: str, title: str, *rule: str) -> str:
    """Return a link that opens the explanation of the project or of a rule; "" where a click on it
    does nothing."""
    from framesage.lsp.markdown.trusted import command_link

    formats = _formats(ls)
    is_markdown = formats is None or types.MarkupKind.Markdown in formats
    if is_markdown and has_command(ls, CLIENT_EXPLAIN):
        return command_link(title, CLIENT_EXPLAIN, [uri, *rule])
    return ""


def _ignore_text(
    assessment: Assessment, manifest: Manifest, position: Position
) -> tuple[str, Range] | None:
    """Return the text for the ignore comment or setting at a position, and its range."""
    from framesage.lsp.markdown.rule_hover import ignore_text

    ignores = _ignores(assessment, manifest.source.path, position)
    named = [(ignore, ignore.rule_location.range) for ignore in ignores if ignore.rule_location]
    if not named:
        return None
    texts = [ignore_text(ignore, assessment.rule_base) for ignore, _ in named]
    return _RULE.join(texts), named[0][1]


def _ignores(assessment: Assessment, path: Path, position: Position) -> list[Suppression]:
    """Return the ignore whose rule id is at a position, or else all ignores of the comment."""
    ignores = [
        suppression
        for suppression in suppressions_of(assessment.project)
        if suppression.location
        and suppression.location.path == path
        and suppression.location.range.touches(position)
    ]
    at_name = [
        ignore
        for ignore in ignores
        if ignore.rule_location and ignore.rule_location.range.touches(position)
    ]
    return at_name or ignores


def _location_text(
    assessment: Assessment, manifest: Manifest, position: Position, link: Link
) -> tuple[str, Range] | None:
    """Return the text for the requirement, list or finding at a position, and its range."""
    path = manifest.source.path
    touched = [
        location
        for location in _locations(assessment, manifest, position.line)
        if location.path == path and location.range.touches(position)
    ]
    texts = [text for text in _texts(assessment, touched, link) if text]
    return (_RULE.join(texts), touched[0].range) if texts else None


def _locations(assessment: Assessment, manifest: Manifest, line: int) -> Iterator[Location]:
    """Yield the locations that may include a line of a manifest."""
    for requirement in manifest.requirements.near_line(line):
        yield Location(manifest, requirement.range, requirement)
    yield from anchors(assessment.project)
    yield from (finding.location for finding in assessment.findings)


def _texts(assessment: Assessment, touched: list[Location], link: Link) -> Iterator[str]:
    """Yield the verdict for the framework and the list; else the evidence, then the findings."""
    from framesage.lsp.markdown.requirement_hover import requirement_text
    from framesage.lsp.markdown.rule_hover import finding_text
    from framesage.lsp.markdown.verdict_hover import verdict_text

    with_verdict = (*assessment.framework.locations, *anchors(assessment.project)[:1])
    if any(location in touched for location in with_verdict):
        yield verdict_text(assessment, link("Open the explanation") or _MORE)
        return
    for location in dict.fromkeys(touched):
        yield requirement_text(location, assessment)
    for finding in assessment.findings:
        if finding.location in touched:
            about = link("Explain this rule", finding.rule)
            yield finding_text(finding, assessment.rule_base, about)
