"""The id at a position of a rule file or a dependency file, and the files that may define it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.suppressions import suppressions_of
from framesage.editing.rules.definitions import builtin_file, definitions_of
from framesage.editing.rules.files import declared_file
from framesage.editing.rules.ids import NamedId, id_at
from framesage.editing.settings.lookup import word_at
from framesage.frozen import frozen
from framesage.lsp.conversion.positions import path_of
from framesage.project.settings.schema import SETTINGS
from framesage.text import Source
from framesage.toml import scan

if TYPE_CHECKING:
    from lsprotocol import types

    from framesage.advice.model import Assessment
    from framesage.editing.rules.definitions import Found
    from framesage.lsp.server import FramesageServer
    from framesage.manifests.manifest import Manifest
    from framesage.rulebase.load import LoadedRules
    from framesage.text import Position


@frozen
class Pointed:
    """An id in a document; ``sources`` are the files of rules that are not built in."""

    id: NamedId
    source: Source
    sources: tuple[Source, ...]

    def definitions(self) -> list[Found]:
        """Return the definitions of the id, with the built-in one."""
        return [*definitions_of(self.id, self.sources), *self.builtin_definitions()]

    def builtin_definitions(self) -> list[Found]:
        """Return the built-in definition of the id, if any."""
        path = builtin_file(self.id)
        source = Source(path, path.read_text(encoding="utf-8")) if path else None
        return definitions_of(self.id, [source]) if source else []


def pointed_at(ls: FramesageServer, uri: str, at: types.Position) -> Pointed | None:
    """Return the id at a position; None where there is none."""
    found = ls.manifest_at(uri)
    if found:
        assessment, manifest = found
        position = ls.positions.position_from(manifest.source, at)
        named = _in_settings(manifest, position) or _in_ignore(assessment, manifest, position)
        sources = rule_sources_of(ls, ls.store.rules_of(assessment.project))
        return Pointed(named, manifest.source, sources) if named else None
    path = path_of(uri)
    rules = ls.store.rules_at(path) if path else None
    source = ls.store.source_of(path) if path and rules else None
    if not rules or not source:
        return None
    document = scan("", source.lines)
    position = ls.positions.position_from(source, at)
    here = id_at(document, declared_file(source.path), position)
    return Pointed(here, source, rule_sources_of(ls, rules)) if here else None


def rule_sources_of(ls: FramesageServer, rules: LoadedRules) -> tuple[Source, ...]:
    """Return the files of rules that are not built in."""
    files = dict.fromkeys(path for path in rules.paths if path.suffix == ".toml")
    return tuple(source for path in files if (source := ls.store.source_of(path)))


def _in_settings(manifest: Manifest, position: Position) -> NamedId | None:
    word = word_at(manifest, position)
    setting = SETTINGS.get(word.path[0]) if word and word.path else None
    if word is None or setting is None or not setting.names:
        return None
    if word.value is not None and not setting.is_table:
        return NamedId(setting.names, word.value, word.range)
    if word.value is None and setting.is_table and len(word.path) == 1 + setting.depth:
        return NamedId(setting.names, word.path[-1], word.range, is_key=True)
    return None


def _in_ignore(assessment: Assessment, manifest: Manifest, position: Position) -> NamedId | None:
    for ignore in suppressions_of(assessment.project):
        place = ignore.rule_location
        if place and place.path == manifest.source.path and place.range.touches(position):
            return NamedId("rule", ignore.rule, place.range)
    return None
