"""The schema of the settings, against which the files of projects and editors are validated."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

from framesage.dates import nearest_date, read_date
from framesage.frozen import frozen
from framesage.project.glob import pattern_problem
from framesage.severity import SEVERITIES
from framesage.suggest import closest_match

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


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
            return f"must be {_alternatives(self.choices)}"
        return "" if self.value_type.accepts(value) else f"must be {self.value_type.name}"


_MAX_LISTED = 12

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


@frozen
class Mistake:
    """What is wrong with a setting: in one part of its path, or in its value (None)."""

    message: str
    part: int | None = None


def validate(path: Sequence[str], value: object) -> str:
    """Return the error in one setting, or ""."""
    mistake = find_mistake(path, value)
    return mistake.message if mistake else ""


def find_mistake(path: Sequence[str], value: object) -> Mistake | None:
    """Return what is wrong with one setting, if anything."""
    setting = SETTINGS.get(path[0])
    if setting is None:
        return Mistake(f"unknown setting '{path[0]}'{_suggestion(path[0], SETTINGS)}", 0)
    pattern = path[1] if setting.is_by_file and len(path) > 1 else None
    problem = "" if pattern is None else pattern_problem(pattern)
    if problem:
        return Mistake(f"invalid pattern '{pattern}': {problem}", 1)
    if setting.keys and len(path) == setting.depth + 2:
        return _mistake_in_key(setting, path, value)
    name = ".".join(path)
    if len(path) <= setting.depth:
        is_empty_table = isinstance(value, Mapping) and not value
        allowed = _alternatives(setting.choices) if setting.choices else setting.value_type.name
        values = f"each value must be {allowed}"
        return None if is_empty_table else Mistake(f"'{name}' must be a table; {values}")
    is_value = len(path) == 1 + setting.depth
    error = setting.error(value) if is_value else f"must be {setting.value_type.name}"
    return Mistake(f"'{name}' {error}") if error else None


def _mistake_in_key(setting: SettingSchema, path: Sequence[str], value: object) -> Mistake | None:
    key = setting.keys.get(path[-1])
    if key is None:
        hint = _suggestion(path[-1], setting.keys)
        return Mistake(f"unknown key '{path[-1]}' in '{'.'.join(path[:-1])}'{hint}", len(path) - 1)
    is_valid = key.value_type.accepts(value)
    return None if is_valid else Mistake(f"'{'.'.join(path)}' must be {key.value_type.name}")


def unknown_name(path: Sequence[str], value: object, known: Mapping[str, Collection[str]]) -> str:
    """Return the error about a name that the rule base does not contain, or "".

    ``known`` maps a setting to the names it accepts: as keys of a table (``traits``, ``rules``,
    ``ignore``), or as the value (``framework``).
    """
    setting = SETTINGS.get(path[0])
    if setting is None or setting.name not in known:
        return ""
    if setting.is_table and len(path) <= setting.depth:
        return ""
    name = str(path[setting.depth] if setting.is_table else value)
    if not name or name in known[setting.name]:
        return ""
    return f"unknown {setting.names} '{name}'{_suggestion(name, known[setting.name])}"


@frozen
class Correction:
    """The name that one in the settings probably stands for.

    ``part`` is its number in the path of the setting; None if it is the value.
    """

    part: int | None
    name: str


def correction(
    path: Sequence[str], value: object, known: Mapping[str, Collection[str]]
) -> Correction | None:
    """Return the correction of a misspelled name, if any; ``known`` is as for ``unknown_name``."""
    setting = SETTINGS.get(path[0])
    if setting is None:
        return _correction(0, path[0], SETTINGS)
    names = known.get(setting.name, ())
    depth = setting.depth
    if setting.is_table and len(path) > depth and names and path[depth] not in names:
        return _correction(depth, path[depth], names)
    if len(path) > depth + 1:
        return _correction_in_key(setting, path, value)
    valid = setting.choices or (() if setting.is_table else names)
    return _correction(None, value, valid) if isinstance(value, str) and value else None


def _correction_in_key(
    setting: SettingSchema, path: Sequence[str], value: object
) -> Correction | None:
    if path[-1] not in setting.keys:
        return _correction(len(path) - 1, path[-1], setting.keys)
    if setting.keys[path[-1]].value_type is not DATE or read_date(str(value)):
        return None
    date = nearest_date(str(value))
    return Correction(None, date) if date else None


def _correction(part: int | None, name: str, valid: Collection[str]) -> Correction | None:
    match = "" if name in valid else nearest_name(name, valid)
    return Correction(part, match) if match else None


def nearest_name(name: str, valid: Collection[str]) -> str:
    """Return the valid name that is meant, in whatever case and with underscores; "" for none."""
    written = name.strip().casefold().replace("_", "-").replace(" ", "-")
    return written if written in valid else closest_match(written, valid)


def _suggestion(name: str, valid: Collection[str]) -> str:
    match = nearest_name(name, valid)
    if match:
        return f"; did you mean '{match}'?"
    return f"; expected {_alternatives(sorted(valid))}" if len(valid) <= _MAX_LISTED else ""


def _alternatives(choices: Sequence[str]) -> str:
    *most, last = [f"'{choice}'" for choice in choices]
    return f"{', '.join(most)} or {last}" if most else last
