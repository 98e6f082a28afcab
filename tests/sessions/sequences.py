"""Random sequences of actions, each a name with its arguments, so that they can be replayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.texts import FILES, FOLDERS

if TYPE_CHECKING:
    from random import Random


_KINDS = {
    "open": 5,
    "change": 4,
    "type": 3,
    "save": 3,
    "close": 2,
    "write": 5,
    "delete": 2,
    "link": 1,
    "delete_folder": 1,
    "move_folder": 1,
    "recreate_folder": 1,
    "change_type": 1,
    "delay_events": 1,
    "repeat_events": 1,
    "configure": 1,
    "change_folders": 1,
    "focus": 1,
    "look": 3,
}
_WITH_FILE_AND_TEXT = ("open", "change", "type", "write", "change_type")


def random_sequence(chance: Random) -> list[tuple[str, list[object]]]:
    """Return a sequence: some files at first, then about ten actions, and a look at the end."""
    files = chance.sample(FILES, 6)
    begin = [("write", [name, _text(chance)]) for name in files[:4]]
    begin += [("open", [name, _text(chance)]) for name in files[3:5]]
    kinds = chance.choices(tuple(_KINDS), tuple(_KINDS.values()), k=chance.randint(5, 14))
    return [*begin, *(_action(kind, files, chance) for kind in kinds), ("look", [])]


def _action(kind: str, files: list[str], chance: Random) -> tuple[str, list[object]]:
    name = chance.choice(files) if chance.random() < 0.8 else chance.choice(FILES)
    if kind in _WITH_FILE_AND_TEXT:
        return kind, [name, _text(chance)]
    if kind in ("save", "close", "delete"):
        return kind, [name]
    if kind in ("link", "configure", "change_folders"):
        return kind, [chance.randrange(100)]
    if kind == "recreate_folder":
        return kind, [chance.choice(FOLDERS), _text(chance)]
    if kind == "delete_folder":
        return kind, [chance.choice(FOLDERS)]
    if kind == "move_folder":
        return kind, [chance.choice(FOLDERS), chance.choice(FOLDERS)]
    return kind, []


def _text(chance: Random) -> int:
    return chance.randrange(420)
