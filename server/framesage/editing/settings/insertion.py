"""What a suggested key inserts: its name, the equals sign, and the form of a value.

Each form is given twice, as a snippet with the cursor in the value, and as plain text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.settings.model import Settings
from framesage.project.settings.schema import BOOLEAN, DATE, IGNORED, SETTINGS, STRING_LIST

if TYPE_CHECKING:
    from collections.abc import Collection

    from framesage.project.settings.schema import SettingKey, SettingSchema


@frozen
class Form:
    """The form of a value: a snippet of LSP, and plain text."""

    snippet: str
    plain: str


def value_form(key: tuple[str, ...], values: Collection[str], placeholder: str) -> Form:
    """Return the form of a setting's value, given the ``values`` that it can have.

    ``placeholder`` is the text in the place of a reason.
    """
    setting = SETTINGS[key[0]]
    if len(key) <= setting.depth:
        return Form("{ $1 }", "{}")
    if len(key) == setting.depth + 2:
        return _of_key(setting.keys[key[-1]], placeholder)
    if setting.value_type is BOOLEAN:
        return _flag(setting)
    if setting.value_type is IGNORED:
        return _reason(placeholder)
    if setting.value_type is STRING_LIST:
        return Form('["$1"]', "[]")
    if setting.is_table:
        return Form(f'"{_choice(values)}"', f'"{next(iter(values))}"')
    return Form(f'"{_choice(values)}"', "") if values else Form('"$1"', '""')


def _of_key(key: SettingKey, placeholder: str) -> Form:
    """Return the form of a value in the table of a setting that has several."""
    return Form('"$1"', '""') if key.value_type is DATE else _reason(placeholder)


def _reason(placeholder: str) -> Form:
    return Form(f'"${{1:{placeholder}}}"', f'"{placeholder}"')


def _flag(setting: SettingSchema) -> Form:
    """Return a form with the value that is not the default, which needs no setting."""
    is_on = setting.is_table or not getattr(Settings(), setting.field, False)
    values = ("true", "false") if is_on else ("false", "true")
    return Form(_choice(values), values[0])


def _choice(values: Collection[str]) -> str:
    return f"${{1|{','.join(values)}|}}"
