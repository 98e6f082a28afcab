"""What can be written at a location: settings, their values, and rules in ignore comments.

Works on the text before the cursor, which is half-typed and so rarely valid TOML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.settings_schema import BOOLEAN, SETTINGS
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    """A text to write instead of a range, what it means, and ``about`` it more in Markdown."""

    label: str
    text: str
    detail: str
    range: Range
    about: str = ""


def complete(source: Source, at: Position, rule_base: RuleBase) -> list[Suggestion]:
    """Return what can be written at a position of a dependency file, in order."""
    before = source.line(at.line)[: at.character]
    comment = _COMMENT.search(before)
    if comment:
        word = _WORD.match(comment.group(1)[::-1])  # from the end: linear in the line's length
        return _suggest(_rules(rule_base), "{}", word[0][::-1] if word else "", at)
    table = _table(source, at)
    if table is None or "#" in before:
        return []
    if value := _VALUE.fullmatch(before):
        path = (*table, *value.group(1).split("."))
        bare, quote = _values(path, rule_base), value.group(2)
        shape = "{}" if quote or _is_flag(path) else '"{}"'
        return _suggest(bare, shape, value.group(3), at)
    if key := _KEY.fullmatch(before):
        path = (*table, *(part for part in key.group(1).split(".") if part))
        return _suggest(_names(path, rule_base), "{}", key.group(2), at)
    return []


def _suggest(found: Mapping[str, str], shape: str, typed: str, at: Position) -> list[Suggestion]:
    span = Range.on_line(at.line, at.character - len(typed), at.character)
    return [Suggestion(name, shape.format(name), told, span) for name, told in found.items()]


def _table(source: Source, at: Position) -> tuple[str, ...] | None:
    """Return the table below Framesage's own that a line is in; None outside of it."""
    top = _TOP.get(source.path.name)
    if top is None:
        return None
    above = (_HEADER.match(source.line(number)) for number in range(at.line - 1, -1, -1))
    header = next((match for match in above if match), None)
    path = tuple(header.group(1).split(".")) if header else ()
    return path[len(top) :] if path[: len(top)] == top else None


def _names(path: tuple[str, ...], rule_base: RuleBase) -> Mapping[str, str]:
    if not path:
        return {key.name: key.description for key in SETTINGS.values()}
    key = SETTINGS.get(path[0])
    if key is None or not key.is_table or len(path) > 1:
        return {}
    return dict(_traits(rule_base)) if key.names == "trait" else _rules(rule_base)


def _values(path: tuple[str, ...], rule_base: RuleBase) -> Mapping[str, str]:
    key = SETTINGS.get(path[0])
    if key is None or len(path) != 1 + key.is_table:
        return {}
    if _is_flag(path):
        return {"true": key.description, "false": key.description}
    if key.names == "framework":
        two = (one for one in rule_base.frameworks.values() if not one.other)
        return {one.id: one.title for one in two}
    return dict.fromkeys(key.choices, key.description)


def _is_flag(path: tuple[str, ...]) -> bool:
    key: SettingSchema | None = SETTINGS.get(path[0])
    return key is not None and key.value_type is BOOLEAN


def _traits(rule_base: RuleBase) -> Iterator[tuple[str, str]]:
    return ((trait.id, trait.title) for trait in rule_base.traits.values())


def _rules(rule_base: RuleBase) -> Mapping[str, str]:
    return {rule.id: rule.title for rule in rule_base.advice.values()}
