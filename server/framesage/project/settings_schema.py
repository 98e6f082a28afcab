"""What can be set: one table, which drives parsing and which the editor's settings and the
documentation are checked against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.severity import SEVERITIES
from framesage.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


@frozen
class ValueType:
    """A type of value: how to say it, and how to tell it."""

    name: str
    holds: Callable[[object], bool]


def _is_strings(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)


STRING = ValueType("a string", lambda value: isinstance(value, str))
BOOLEAN = ValueType("true or false", lambda value: isinstance(value, bool))
STRING_LIST = ValueType("a list of strings", _is_strings)
REASON = ValueType(
    "a string that says why", lambda value: isinstance(value, str) and bool(value.strip())
)


@frozen
class SettingSchema:
    """One setting: its name, the field of ``Settings`` it fills, and what it may be.

    The keys of a table (``is_table``) are names from the rule base, its values of ``value_type``.
    ``names`` is what such a name stands for: a framework, a trait or a rule.
    """

    name: str
    field: str
    value_type: ValueType
    description: str
    choices: tuple[str, ...] = ()
    is_table: bool = False
    names: str = ""

    def wrong(self, value: object) -> str:
        """Return what is wrong with a value, or an empty text."""
        if self.choices and value not in self.choices:
            return f"must be {_one_of(self.choices)}"
        return "" if self.value_type.holds(value) else f"must be {self.value_type.name}"


_FEW = 9

SETTINGS: Mapping[str, SettingSchema] = {
    key.name: key
    for key in (
        SettingSchema(
            "framework",
            "framework",
            STRING,
            "The framework, once it is decided.",
            names="framework",
        ),
        SettingSchema(
            "traits",
            "traits",
            BOOLEAN,
            "Traits that the project has (true) or has not (false), whatever the evidence says.",
            is_table=True,
            names="trait",
        ),
        SettingSchema(
            "rules",
            "severities",
            STRING,
            "The severity of each rule.",
            SEVERITIES,
            is_table=True,
            names="rule",
        ),
        SettingSchema(
            "ignore", "ignore", REASON, "Rules to ignore, and why.", is_table=True, names="rule"
        ),
        SettingSchema(
            "rule-paths", "rule_paths", STRING_LIST, "Files or folders with rules of your own."
        ),
        SettingSchema("exclude", "exclude", STRING_LIST, "Files and folders to leave out."),
        SettingSchema(
            "fail-on", "fail_on", STRING, "The severity from which a check fails.", SEVERITIES[1:]
        ),
        SettingSchema("layout", "layout", BOOLEAN, "Whether the names of files count as evidence."),
        SettingSchema(
            "inlay-hints",
            "inlay_hints",
            BOOLEAN,
            "Whether editors name, behind a requirement, the traits that it is evidence of.",
        ),
    )
}


def validate(path: Sequence[str], value: object) -> str:
    """Return what is wrong with one setting, in a sentence without its full stop, or ""."""
    key = SETTINGS.get(path[0])
    if key is None:
        return f"unknown setting '{path[0]}'{_suggestion(path[0], SETTINGS)}"
    name = ".".join(path)
    if key.is_table and len(path) == 1:
        fits = isinstance(value, Mapping) and not value
        return "" if fits else f"'{name}' must be a table of names, each with {key.value_type.name}"
    fits = len(path) == 1 + key.is_table
    wrong = key.wrong(value) if fits else f"must be {key.value_type.name}"
    return wrong and f"'{name}' {wrong}"


def unknown_name(path: Sequence[str], value: object, known: Mapping[str, Collection[str]]) -> str:
    """Return the error about a name that the rule base does not have, or "".

    ``known`` has the rule base's names by the setting that they appear in: as keys of a table
    (``traits``, ``rules``, ``ignore``), or as the value (``framework``).
    """
    key = SETTINGS.get(path[0])
    if key is None or key.name not in known:
        return ""
    name = str(path[-1] if key.is_table else value)
    if not name or name in known[key.name] or (key.is_table and len(path) == 1):
        return ""
    return f"unknown {key.names} '{name}'{_suggestion(name, known[key.name])}"


def _suggestion(name: str, valid: Collection[str]) -> str:
    near = nearest(name, valid)
    if near:
        return f"; did you mean '{near}'?"
    return f"; it can be {_one_of(sorted(valid))}" if len(valid) <= _FEW else ""


def _one_of(choices: Sequence[str]) -> str:
    *most, last = [f"'{choice}'" for choice in choices]
    return f"{', '.join(most)} or {last}" if most else last
