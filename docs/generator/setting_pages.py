"""The page about a setting: what it means, its values, and an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.settings.names import values_of
from framesage.project import Settings
from framesage.report.pages.model import (
    Page,
    Section,
    Snippet,
    Span,
    bullets,
    paragraph,
)
from framesage.wording.grammar import capitalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.project.settings.schema import SettingSchema
    from framesage.report.pages.model import Block, Line
    from framesage.rulebase.rule_base import RuleBase


def setting_page(setting: SettingSchema, example: str, base: RuleBase) -> Page:
    """Return the page about a setting; ``example`` is a value in TOML."""
    return Page(setting.name, (), tuple(_sections(setting, example, base)))


def _sections(setting: SettingSchema, example: str, base: RuleBase) -> Iterator[Section]:
    yield Section("What it does", (paragraph(setting.description),))
    yield Section("Values", tuple(_values(setting, base)))
    yield Section("Example", tuple(_example(setting.name, example)))


def _values(setting: SettingSchema, base: RuleBase) -> Iterator[Block]:
    kind = setting.value_type.name
    if setting.is_table:
        yield paragraph(f"A table: each key is the id of a {setting.names}, each value {kind}.")
    else:
        yield paragraph(f"{capitalize(kind)}.")
    lines = tuple(_choices(setting, base))
    if lines:
        yield bullets(*lines)
    default = getattr(Settings(), setting.field, None)
    if isinstance(default, bool):
        yield paragraph(f"The default is `{str(default).lower()}`.")


def _choices(setting: SettingSchema, base: RuleBase) -> Iterator[Line]:
    meanings = {} if setting.names == "trait" else values_of(_path(setting), base)
    for value, meaning in meanings.items():
        if value not in ("true", "false"):
            yield (Span(value, is_code=True), Span(f": {meaning.title}"))


def _path(setting: SettingSchema) -> tuple[str, ...]:
    return (setting.name, "*") if setting.is_table else (setting.name,)


def _example(name: str, example: str) -> Iterator[Block]:
    yield paragraph("In `pyproject.toml`:")
    yield Snippet("toml", f"[tool.framesage]\n{name} = {example}")
    yield paragraph("In `framesage.toml`:")
    yield Snippet("toml", f"{name} = {example}")
