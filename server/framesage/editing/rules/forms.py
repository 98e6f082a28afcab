"""The form of a value that a suggested key inserts: a snippet of LSP, and plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.tables import types

if TYPE_CHECKING:
    from framesage.rulebase.tables.schema import Key, ValueType


@frozen
class Form:
    """The form of a value: with the cursor in it, and plain."""

    snippet: str
    plain: str


_TABLE = Form("{ $1 }", "{}")
_STRING = Form('"$1"', '""')
_LIST = Form("[$1]", "[]")


def form_of(key: Key) -> Form:
    """Return the form of the value of a key."""
    return _form(key.type, default=key.default)


def _form(value_type: ValueType, default: object = None) -> Form:
    if isinstance(value_type, types.Boolean):
        first, second = ("true", "false") if default is not True else ("false", "true")
        return Form(f"${{1|{first},{second}|}}", first)
    if isinstance(value_type, types.Choice):
        words = [word for word in value_type.meanings if word]
        return Form(f'"${{1|{",".join(words)}|}}"', f'"{words[0]}"')
    if isinstance(value_type, types.Count | types.Fraction):
        return Form("${1:1}", "1")
    if isinstance(value_type, types.Day):
        return Form("${1:2026-01-31}", "2026-01-31")
    if isinstance(value_type, types.ListOf):
        return _LIST if not value_type.single else _form(value_type.item)
    if isinstance(value_type, types.Either):
        return _form(value_type.types[0])
    if isinstance(value_type, types.TableOf | types.MapOf | types.StrengthsOf):
        return _TABLE
    return _LIST if isinstance(value_type, types.TablesOf) else _STRING
