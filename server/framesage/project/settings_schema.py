"""What can be set: one table, which drives parsing and which the editor's settings and the
documentation are checked against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

SEVERITIES = ("off", "hint", "information", "warning")


@frozen
class Kind:
    """A type of value: how to say it, and how to tell it."""

    name: str
    holds: Callable[[object], bool]


def _is_strings(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)


TEXT = Kind("a string", lambda value: isinstance(value, str))
FLAG = Kind("true or false", lambda value: isinstance(value, bool))
STRINGS = Kind("a list of strings", _is_strings)
REASON = Kind(
    "a string that says why", lambda value: isinstance(value, str) and bool(value.strip())
)


@frozen
class Key:
    """One setting: its name, the field of ``Settings`` it fills, and what it may be.

    A ``table`` has names of the rule base for keys, each with a value of ``kind``; ``names`` says
    what it is that they name.
    """

    name: str
    field: str
    kind: Kind
    meaning: str
    choices: tuple[str, ...] = ()
    table: bool = False
    names: str = ""

    def wrong(self, value: object) -> str:
        """Return what is wrong with a value, or an empty text."""
        if self.choices and value not in self.choices:
            return f"must be {_one_of(self.choices)}"
        return "" if self.kind.holds(value) else f"must be {self.kind.name}"


_FEW = 9

KEYS: Mapping[str, Key] = {
    key.name: key
    for key in (
        Key(
            "framework", "framework", TEXT, "The framework, once it is decided.", names="framework"
        ),
        Key(
            "traits",
            "traits",
            FLAG,
            "Traits that the project has (true) or has not (false), whatever the evidence says.",
            table=True,
            names="trait",
        ),
        Key(
            "rules",
            "severities",
            TEXT,
            "The severity of each rule.",
            SEVERITIES,
            table=True,
            names="rule",
        ),
        Key("ignore", "ignore", REASON, "Rules to ignore, and why.", table=True, names="rule"),
        Key("rule-paths", "rule_paths", STRINGS, "Files or folders with rules of your own."),
        Key("exclude", "exclude", STRINGS, "Files and folders to leave out."),
        Key("fail-on", "fail_on", TEXT, "The severity from which a check fails.", SEVERITIES[1:]),
        Key("layout", "layout", FLAG, "Whether the names of files count as evidence."),
        Key(
            "inlay-hints",
            "inlay_hints",
            FLAG,
            "Whether editors name, behind a requirement, the traits that it is evidence of.",
        ),
    )
}


def complaint(path: Sequence[str], value: object) -> str:
    """Return what is wrong with one setting, in a sentence without its full stop, or ""."""
    key = KEYS.get(path[0])
    if key is None:
        return f"unknown setting '{path[0]}'{_suggestion(path[0], KEYS)}"
    name = ".".join(path)
    if key.table and len(path) == 1:
        fits = isinstance(value, Mapping) and not value
        return "" if fits else f"'{name}' must be a table of names, each with {key.kind.name}"
    fits = len(path) == 1 + key.table
    wrong = key.wrong(value) if fits else f"must be {key.kind.name}"
    return wrong and f"'{name}' {wrong}"


def misnomer(path: Sequence[str], value: object, known: Mapping[str, Collection[str]]) -> str:
    """Return the complaint about a name that the rule base does not have, or "".

    ``known`` has the rule base's names by the setting that they appear in: as keys of a table
    (``traits``, ``rules``, ``ignore``), or as the value (``framework``).
    """
    key = KEYS.get(path[0])
    if key is None or key.name not in known:
        return ""
    name = str(path[-1] if key.table else value)
    if not name or name in known[key.name] or (key.table and len(path) == 1):
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
