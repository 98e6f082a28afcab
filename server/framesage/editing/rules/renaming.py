"""Whether an id can be renamed, and to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.tables.schema import Context
from framesage.rulebase.tables.values import NEW_ID

if TYPE_CHECKING:
    from framesage.editing.rules.ids import NamedId

_CALLED = {
    "claim": "claim",
    "derive": "derivation",
    "need": "battery",
    "package-set": "package set",
    "evidence": "evidence group",
}


def called(kind: str) -> str:
    """Return what a kind of id is called."""
    return _CALLED.get(kind, kind)


def refusal(named: NamedId, *, is_builtin: bool, is_defined: bool, is_inside: bool) -> str:
    """Return why an id cannot be renamed, or "".

    ``is_inside`` is whether its definition is in the workspace.
    """
    what = f"The {called(named.kind)} '{named.name}'"
    if is_builtin:
        return f"{what} is built in, so it keeps its name."
    if not is_defined:
        return f"{what} is not defined in these rules."
    if not is_inside:
        return f"{what} is defined outside of the workspace; rename it where its pack is developed."
    return ""


def name_problem(named: NamedId, name: str, *, is_taken: bool) -> str:
    """Return why an id cannot get a name, or ""."""
    for _, message in NEW_ID.problems(name, Context({})):
        return message if message.startswith("'") else f"The id {message}."
    return f"There is already a {called(named.kind)} '{name}'." if is_taken else ""
