"""Completion of settings, their values, and rule ids in ignore comments.

It works on the text before the cursor, because a half-typed file is rarely valid TOML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.settings_schema import BOOLEAN, SETTINGS
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.project.settings_schema import SettingSchema
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Position, Source

_TOP = {"pyproject.toml": ("tool", "framesage"), "framesage.toml": ()}
_HEADER = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_COMMENT = re.compile(r"#\s*framesage\s*:\s*ignore(?:-file)?\s*\[([^\]]*)$", re.IGNORECASE)
_WORD = re.compile(r"[\w-]*")
_KEY = re.compile(r"\s*((?:[\w-]+\.)*)([\w-]*)$")
_VALUE = re.compile(r"\s*([\w.-]+)\s*=\s*(\"|'|)([\w-]*)$")


@frozen
class Suggestion:
    """A text that replaces a range, with a short ``detail`` and more ``about`` it in Markdown."""

    label: str
    text: str
    detail: str
    range: Range
    about: str = ""


def complete(source: Source, position: Position, rule_base: RuleBase) -> list[Suggestion]:
    """Return the suggestions at a position of a dependency file, in order."""
    before = source.line(position.line)[: position.character]
    comment = _COMMENT.search(before)
    if comment:
        word = _WORD.match(comment.group(1)[::-1])  # from the end: linear in the line's length
        return _suggest(_rules(rule_base), "{}", word[0][::-1] if word else "", position)
    table = _table(source, position)
    if table is None or "#" in before:
        return []
    if value := _VALUE.fullmatch(before):
        path = (*table, *value.group(1).split("."))
        template = "{}" if value.group(2) or _is_flag(path) else '"{}"'
        return _suggest(_values(path, rule_base), template, value.group(3), position)
    if key := _KEY.fullmatch(before):
        path = (*table, *(part for part in key.group(1).split(".") if part))
        return _suggest(_names(path, rule_base), "{}", key.group(2), position)
    return []


def _suggest(
    details: Mapping[str, str], template: str, typed: str, position: Position
) -> list[Suggestion]:
    start = position.character - len(typed)
    span = Range.on_line(position.line, start, position.character)
    return [
        Suggestion(name, template.format(name), detail, span) for name, detail in details.items()
    ]


def _table(source: Source, position: Position) -> tuple[str, ...] | None:
    """Return the path of a line's table below the settings, or None if it is not in them."""
    top = _TOP.get(source.path.name)
    if top is None:
        return None
    lines_above = (source.line(number) for number in range(position.line - 1, -1, -1))
    header = next((match for match in map(_HEADER.match, lines_above) if match), None)
    path = tuple(header.group(1).split(".")) if header else ()
    return path[len(top) :] if path[: len(top)] == top else None


def _names(path: tuple[str, ...], rule_base: RuleBase) -> Mapping[str, str]:
    """Return the keys of a table of the settings, with their meanings."""
    if not path:
        return {key.name: key.description for key in SETTINGS.values()}
    key = SETTINGS.get(path[0])
    if key is None or not key.is_table or len(path) > 1:
        return {}
    return _traits(rule_base) if key.names == "trait" else _rules(rule_base)


def _values(path: tuple[str, ...], rule_base: RuleBase) -> Mapping[str, str]:
    """Return the values of a setting, with their meanings."""
    key = SETTINGS.get(path[0])
    if key is None or len(path) != 1 + key.is_table:
        return {}
    if _is_flag(path):
        return {"true": key.description, "false": key.description}
    if key.names == "framework":
        frameworks = rule_base.frameworks.values()
        return {framework.id: framework.title for framework in frameworks if not framework.other}
    return dict.fromkeys(key.choices, key.description)


def _is_flag(path: tuple[str, ...]) -> bool:
    key: SettingSchema | None = SETTINGS.get(path[0])
    return key is not None and key.value_type is BOOLEAN


def _traits(rule_base: RuleBase) -> Mapping[str, str]:
    return {trait.id: trait.title for trait in rule_base.traits.values()}


def _rules(rule_base: RuleBase) -> Mapping[str, str]:
    return {rule.id: rule.title for rule in rule_base.advice.values()}
