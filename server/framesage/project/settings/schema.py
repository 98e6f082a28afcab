"""The schema of the settings: the name, the type and the meaning of each."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from framesage.dates import read_date
from framesage.frozen import frozen
from framesage.severity import SEVERITIES
from framesage.suggest import series

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@frozen
class ValueType:
    """A type of setting values: its name in error messages, and a check for values."""

    name: str
    accepts: Callable[[object], bool]


def _is_string_list(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


STRING = ValueType("a string", lambda value: isinstance(value, str))
BOOLEAN = ValueType("true or false", lambda value: isinstance(value, bool))
STRING_LIST = ValueType("a list of strings", _is_string_list)
STRING_OR_LIST = ValueType(
    "a string or a list of strings",
    lambda value: isinstance(value, str) or _is_string_list(value),
)
REASON = ValueType(
    "a string with a reason", lambda value: isinstance(value, str) and bool(value.strip())
)
IGNORED = ValueType("a string with a reason, or a table with 'reason' and 'until'", REASON.accepts)
DATE = ValueType(
    "a date like 2027-01-31", lambda value: isinstance(value, str) and read_date(value) is not None
)


@frozen
class SettingKey:
    """A key of a table that is the value of a setting."""

    value_type: ValueType
    description: str


@frozen
class SettingSchema:
    """One setting: its name, the field of ``Settings`` that it sets, and its valid values.

    A setting without a ``field`` is about the file that it is in.

    The keys of a table (``is_table``) are names from the rule base, its values of ``value_type``.
    ``names`` is what such a name stands for: a framework, a trait or a rule. The names can be in
    tables by file patterns (``is_by_file``). A value can also be a table with the keys in ``keys``.
    It can be a path (``is_path``), relative to the file of the settings.
    """

    name: str
    field: str
    value_type: ValueType
    description: str
    choices: tuple[str, ...] = ()
    is_table: bool = False
    names: str = ""
    is_by_file: bool = False
    is_path: bool = False
    keys: Mapping[str, SettingKey] = dataclasses.field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many keys below its own lead to a value."""
        return self.is_table + self.is_by_file

    @property
    def is_list(self) -> bool:
        """Whether the values of several files add up, instead of replacing each other."""
        return self.value_type is STRING_LIST

    def error(self, value: object) -> str:
        """Return why a value is invalid, or ""."""
        if self.choices and value not in self.choices:
            return f"must be {series(self.choices, 'or')}"
        return "" if self.value_type.accepts(value) else f"must be {self.value_type.name}"


SETTINGS: Mapping[str, SettingSchema] = {
    setting.name: setting
    for setting in (
        SettingSchema(
            "framework",
            "framework",
            STRING,
            "The framework you have decided on. Framesage then stops recommending one.",
            names="framework",
        ),
        SettingSchema(
            "decision",
            "decision",
            STRING,
            "When and why you decided on the framework. The report shows it.",
        ),
        SettingSchema(
            "description",
            "description",
            STRING,
            "What the project is, in a sentence, if no other file says it. It is evidence.",
        ),
        SettingSchema(
            "traits",
            "traits",
            BOOLEAN,
            "Traits that the project has (true) or does not have (false). They override evidence.",
            is_table=True,
            names="trait",
        ),
        SettingSchema(
            "rules",
            "severities",
            STRING,
            "The severity of individual rules.",
            SEVERITIES,
            is_table=True,
            names="rule",
        ),
        SettingSchema(
            "ignore",
            "ignore",
            IGNORED,
            "Rules to ignore in this project, each with a reason.",
            is_table=True,
            names="rule",
            keys={
                "reason": SettingKey(REASON, "Why the findings of the rule do not matter here."),
                "until": SettingKey(DATE, "The last day on which the rule is ignored."),
            },
        ),
        SettingSchema(
            "per-file",
            "per_file",
            STRING,
            "The severity of rules in the files that match a pattern, relative to this file.",
            SEVERITIES,
            is_table=True,
            names="rule",
            is_by_file=True,
        ),
        SettingSchema(
            "require-reason",
            "require_reason",
            BOOLEAN,
            "Whether to require that every ignore names its rules and has a reason.",
        ),
        SettingSchema(
            "rule-paths",
            "rule_paths",
            STRING_LIST,
            "Files or folders with your own rules. They may contain ~ and $VARIABLES.",
        ),
        SettingSchema(
            "rule-packs", "rule_packs", STRING_LIST, "Names of installed packs of rules."
        ),
        SettingSchema(
            "extend",
            "",
            STRING_OR_LIST,
            "Other settings files that this one builds on; it overrides them.",
        ),
        SettingSchema(
            "root",
            "",
            BOOLEAN,
            "Whether the settings of the folders above do not apply here and below.",
        ),
        SettingSchema(
            "baseline",
            "baseline",
            STRING,
            "A file with known findings, which are hidden; `framesage check --write-baseline`"
            " writes it.",
            is_path=True,
        ),
        SettingSchema("exclude", "exclude", STRING_LIST, "Files and folders to exclude."),
        SettingSchema(
            "fail-on",
            "fail_on",
            STRING,
            "The lowest severity that makes `framesage check` fail.",
            SEVERITIES[1:],
        ),
        SettingSchema(
            "layout",
            "layout",
            BOOLEAN,
            "Whether to use the names of the project's files as evidence.",
        ),
        SettingSchema(
            "readme",
            "readme",
            BOOLEAN,
            "Whether to use the opening of the project's README as evidence.",
        ),
        SettingSchema(
            "inlay-hints",
            "inlay_hints",
            BOOLEAN,
            "Whether to show inlay hints with the traits that each requirement is evidence for.",
        ),
    )
}
