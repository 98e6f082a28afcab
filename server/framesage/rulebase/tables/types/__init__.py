"""The types that values of rule files can have."""

from framesage.rulebase.tables.types.containers import (
    Either,
    ListOf,
    MapOf,
    StrengthsOf,
    TableOf,
    TablesOf,
)
from framesage.rulebase.tables.types.numbers import (
    STRENGTHS,
    Boolean,
    Count,
    Day,
    Fraction,
    Strength,
)
from framesage.rulebase.tables.types.texts import GUIDE, Choice, Id, Reference, Text, is_page

__all__ = [
    "GUIDE",
    "STRENGTHS",
    "Boolean",
    "Choice",
    "Count",
    "Day",
    "Either",
    "Fraction",
    "Id",
    "ListOf",
    "MapOf",
    "Reference",
    "Strength",
    "StrengthsOf",
    "TableOf",
    "TablesOf",
    "Text",
    "is_page",
]
