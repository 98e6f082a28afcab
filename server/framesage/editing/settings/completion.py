"""Completion of tables, keys and values of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.settings.cursor import TypedHeader, TypedKey, typed_at
from framesage.editing.settings.files import top_table
from framesage.editing.settings.insertion import value_form
from framesage.editing.settings.names import names_in, values_of
from framesage.editing.settings.present import defined_keys, is_defined
from framesage.editing.suggestion import Suggestion
from framesage.fixes.ignores import PLACEHOLDER
from framesage.project.settings.schema import BOOLEAN, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.editing.settings.cursor import TypedValue
    from framesage.editing.settings.names import Path
    from framesage.manifests.manifest import Manifest
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Position

_TOP_TITLE = "The settings of Framesage for this project"


def complete_settings(
    manifest: Manifest, position: Position, rule_base: RuleBase
) -> list[Suggestion]:
    """Return the settings to suggest at a position; none outside of their tables."""
    top = top_table(manifest.source.path)
    typed = None if top is None else typed_at(manifest.source, position)
    if top is None or typed is None:
        return []
    if isinstance(typed, TypedHeader):
        return list(_tables(manifest, typed, top))
    written = typed.table if isinstance(typed, TypedKey) else typed.key
    if written[: len(top)] != top:
        return []
    path = written[len(top) :]
    if isinstance(typed, TypedKey):
        return list(_keys(manifest, typed, path, rule_base))
    return list(_values(typed, path, rule_base))


def _tables(manifest: Manifest, typed: TypedHeader, top: Path) -> Iterator[Suggestion]:
    """Yield the tables that are not in the file yet; in a pyproject.toml, their parent first."""
    titles = {top: _TOP_TITLE} if top else {}
    titles |= {(*top, key.name): key.description for key in SETTINGS.values() if key.is_table}
    for path, title in titles.items():
        name = ".".join(path)
        starts = (name, *path)
        is_typed = any(start.startswith(typed.typed) for start in starts)
        if is_typed and not is_defined(manifest.document, path, typed.range.start):
            text = f"[{name}]"
            yield Suggestion(text, text, title, typed.range)


def _keys(
    manifest: Manifest, typed: TypedKey, table: Path, rule_base: RuleBase
) -> Iterator[Suggestion]:
    present = defined_keys(manifest.document, typed.table, typed.range.start)
    for name, meaning in names_in(table, rule_base).items():
        if name in present:
            continue
        text, snippet = name, ""
        if not typed.has_value:
            values = values_of((*table, name), rule_base)
            form = value_form((*table, name), values, PLACEHOLDER)
            text, snippet = f"{name} = {form.plain}", f"{name} = {form.snippet}"
        yield Suggestion(name, text, meaning.title, typed.range, meaning.about, snippet, name)


def _values(typed: TypedValue, key: Path, rule_base: RuleBase) -> Iterator[Suggestion]:
    is_flag = key[:1] in _FLAGS
    if is_flag and typed.quote:
        return
    around = "" if is_flag or typed.quote else '"'
    space, close = "" if typed.spaced else " ", typed.quote if not typed.closes else ""
    for value, meaning in values_of(key, rule_base).items():
        text = f"{space}{around}{value}{around}{close}"
        yield Suggestion(value, text, meaning.title, typed.range, meaning.about, typed=value)


_FLAGS = {(setting.name,) for setting in SETTINGS.values() if setting.value_type is BOOLEAN}
