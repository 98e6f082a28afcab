"""Markdown for hovers on settings: what a table, a key or a value means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.settings.lookup import word_at
from framesage.editing.settings.names import names_in, values_of
from framesage.lsp.markdown.rule_hover import rule_text
from framesage.lsp.markdown.trusted import prose, prose_lines
from framesage.project.settings.model import NO_SETTINGS, SettingsLayer
from framesage.project.settings.schema import SETTINGS
from framesage.wording.grammar import join_words
from framesage.wording.settings import in_other_files

if TYPE_CHECKING:
    from framesage.editing.settings.lookup import Word
    from framesage.manifests.manifest import Manifest
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Position, Range

_ALL = "**Settings of Framesage**\n\nThey apply in every editor and on the command line: "


def settings_text(
    manifest: Manifest,
    position: Position,
    rule_base: RuleBase,
    written: SettingsLayer = NO_SETTINGS,
) -> tuple[str, Range] | None:
    """Return the text for the setting at a position, and its range; None for an unknown name.

    ``written`` are all settings of the project, to tell what other files say.
    """
    word = word_at(manifest, position)
    text = _text(word, rule_base) if word else ""
    if not word or not text:
        return None
    others = in_other_files(word.path, manifest.source.path, written)
    return (f"{text}\n\n{prose(others)}" if others else text), word.range


def _text(word: Word, rule_base: RuleBase) -> str:
    if word.value is not None:
        meaning = values_of(word.path, rule_base).get(word.value)
        return f"`{word.value}`: {prose(meaning.title)}" if meaning else ""
    if not word.path:
        return f"{_ALL}{join_words([f'`{name}`' for name in SETTINGS])}."
    if word.path[0] in SETTINGS and len(word.path) == 1:
        return _setting_text(word.path[0], rule_base)
    return _name_text(word.path, rule_base)


def _setting_text(name: str, rule_base: RuleBase) -> str:
    values = [f"`{value}`" for value in values_of((name,), rule_base)]
    text = f"**{name}**\n\n{SETTINGS[name].description}"
    return f"{text}\n\nValues: {join_words(values, 'or')}." if values else text


def _name_text(path: tuple[str, ...], rule_base: RuleBase) -> str:
    name = path[-1]
    setting = SETTINGS.get(path[0])
    if setting and setting.is_by_file and len(path) == setting.depth:
        return f"The severity of rules in files that match {prose(name)}, relative to this file."
    meaning = names_in(path[:-1], rule_base).get(name)
    rule = rule_base.advice.get(name) or rule_base.guidance.get(name)
    if meaning and rule and SETTINGS[path[0]].names == "rule":
        return rule_text(rule, rule_base, rule.references)
    if not meaning:
        return ""
    return f"**{prose(meaning.title)}** (`{name}`)\n\n{prose_lines(meaning.about)}"
