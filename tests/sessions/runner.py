"""Run sequences against servers, compare what is shown, and make those that fail short."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from e2e.wire import SERVER, Wire
from sessions.client import Client, Profile
from sessions.oracle import Oracle
from sessions.sequences import random_sequence
from sessions.session import Session, folder_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.client import Shown
    from sessions.oracle import Expected

PATIENCE = 1.0
"""Seconds after which a difference is one, at least."""
LOOKS = 15
"""How often the server is looked at until then; it handles everything before it answers."""
AT_ONCE = 40
"""How many sequences a server lives for."""

RESET = ["reset", []]
"""What is done between two sequences."""
RULE_FILES = ("own.toml", "web.toml", "pack.toml")
"""The findings of ``framesage rules check``, which are not compared."""
NOTHING: frozenset = frozenset()
PLAIN = (("one",), ("one", "two"), ("two",), ("",))
"""Workspace folders for which there is one ``framesage check`` with the same result."""

PROFILES = (
    Profile(),
    Profile(pulls_settings=True, tells_operations=True),
    Profile(events="all"),
    Profile(events="no"),
    Profile(pulls=True, pulls_settings=True),
    Profile(pulls=True, events="all", tells_operations=True),
    Profile(pulls=True, events="no"),
    Profile(events="all", pulls_settings=True, tells_operations=True),
)


@dataclass
class Counts:
    """What was done."""

    sequences: int = 0
    steps: int = 0
    comparisons: int = 0
    documents: int = 0
    failures: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def summary(self) -> str:
        """Return the counts as text."""
        done = f"{self.sequences} sequences, {self.steps} steps, {self.comparisons} comparisons"
        return f"{done}, {len(self.failures)} differences; {dict(self.kinds)}"


class DifferenceError(AssertionError):
    """What is shown is not what should be."""


@contextmanager
def started(profile: Profile) -> Iterator[Session]:
    """Start a server with two workspace folders that are empty."""
    with TemporaryDirectory(prefix="sessions-") as folder, Wire(SERVER, patience=60) as wire:
        base = Path(folder).resolve()
        (base / ".git").mkdir()
        (base / "one").mkdir()
        (base / "two").mkdir()
        client = Client(wire, profile)
        session = Session(base, client)
        folders = [folder_item(session.base, root) for root in session.roots]
        wire.initialize(
            session.folders[0], capabilities=profile.capabilities(), workspaceFolders=folders
        )
        client.settle()
        yield session


def run(session: Session, sequence: list, counts: Counts) -> None:
    """Run a sequence; raise DifferenceError."""
    for kind, arguments in sequence:
        counts.steps += 1
        counts.kinds[kind] += 1
        if kind == "look":
            look(session, counts)
        else:
            getattr(session, kind)(*arguments)


def look(session: Session, counts: Counts) -> None:
    """Compare what is shown with what should be, as soon as they agree."""
    session.send_delayed_events()
    if session.is_stale:
        session.focus()
    counts.comparisons += 1
    wanted = expected(session)
    end = time.monotonic() + PATIENCE
    looks = 0
    while found := differences(session, wanted):
        looks += 1
        if looks > LOOKS and time.monotonic() > end:
            raise DifferenceError("\n".join(found))
        time.sleep(0.01)
    counts.documents += len(session.texts)


def expected(session: Session) -> Expected:
    """Return what should be shown; ``framesage check`` reads rules as they are saved."""
    scoped = session.client.profile.pulls_settings
    arguments = session.folders, session.texts, session.editor, session.scripts()
    oracle = Oracle(*arguments, scoped=scoped)
    is_plain = session.roots in PLAIN and "exclude" not in session.editor
    is_plain = is_plain and not any(path.name in RULE_FILES for path in session.texts)
    if is_plain and all(_is_found(path, session) for path in session.texts):
        return oracle.by_check()
    return oracle.by_new_store()


def _is_found(path: Path, session: Session) -> bool:
    """Return whether ``check`` finds a document: it may be outside, or its folder may be gone."""
    return path.parent.is_dir() and session.is_inside(path)


def differences(session: Session, wanted: Expected) -> list[str]:
    """Return what differs for the open documents, and elsewhere.

    Without a search of the workspace, only the projects of open documents are known for sure; a
    search finds no scripts, and no project of which not even the folder is saved.
    """
    documents, everywhere = session.client.look(session.texts)
    found, pulls = [], session.client.profile.pulls
    folders = (*session.folders, *(path.parent for path in session.texts))
    is_listed = all(folder.is_dir() for folder in folders)
    for path in documents.keys() | everywhere.keys() | wanted.everything.keys():
        if path.name in RULE_FILES:
            continue
        every = wanted.everything.get(path, NOTHING)
        own = [shown.get(path, NOTHING) for shown in wanted.by_document.values()]
        if not pulls:
            all_own = NOTHING.union(*own)
            found += _difference(path, session, everywhere, _sure(all_own), every | all_own)
            continue
        if path in documents:
            least = wanted.by_document.get(path, {}).get(path, NOTHING)
            found += _difference(path, session, documents, _sure(least), every | least)
        right = every if session.is_inside(path) else NOTHING
        is_found = is_listed and path.suffix != ".py"
        found += _difference(path, session, everywhere, right if is_found else NOTHING, right)
    return found


def _sure(findings: frozenset) -> frozenset:
    """Return findings that are shown without a search: others are about the whole workspace."""
    return frozenset(finding for finding in findings if finding[0] != "unused-ignore")


def _difference(
    path: Path, session: Session, where: Shown, least: frozenset, most: frozenset
) -> list[str]:
    """Return how what is shown of a file differs from what must and may be."""
    shown = where.get(path, NOTHING)
    if least <= shown <= most:
        return []
    name = path.relative_to(session.base) if path.is_relative_to(session.base) else path
    opened = "open" if path in session.texts else "closed"
    return [f"{name} ({opened}): shown {sorted(shown - most)}, missing {sorted(least - shown)}"]


def fails(profile: Profile, sequences: list) -> str:
    """Return what differs after these sequences on a new server, or ""."""
    try:
        with started(profile) as session:
            for number, sequence in enumerate(sequences):
                if number:
                    session.reset()
                run(session, sequence, Counts())
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error}"
    return ""


def shrunk(profile: Profile, sequences: list, seconds: float = 60) -> list:
    """Return one sequence with fewer actions that fails, too; it can reset the session."""
    end = time.monotonic() + seconds
    sequence = list(sequences[-1])
    if len(sequences) > 1 and not fails(profile, [sequence]):
        for before in sequences[-2::-1]:
            sequence = [*before, RESET, *sequence]
    size = len(sequence) // 2
    while size:
        at = 0
        while at < len(sequence) and time.monotonic() < end:
            shorter = sequence[:at] + sequence[at + size :]
            if fails(profile, [shorter]):
                sequence = shorter
            else:
                at += size
        size //= 2
    return sequence


def run_many(seed: int, count: int, counts: Counts, seconds: float = float("inf")) -> None:
    """Run so many sequences, or as many as there is time for."""
    end = time.monotonic() + seconds
    for first in range(0, count, AT_ONCE):
        chance = Random(seed * 1_000_003 + first)
        profile = PROFILES[(seed + first // AT_ONCE) % len(PROFILES)]
        sequences = [random_sequence(chance) for _ in range(min(AT_ONCE, count - first))]
        _run_on_one(profile, sequences, counts, end)
        if time.monotonic() > end:
            return


def _run_on_one(profile: Profile, sequences: list, counts: Counts, end: float) -> None:
    done: list = []
    try:
        with started(profile) as session:
            for sequence in sequences:
                if done and time.monotonic() > end:
                    return
                if done:
                    session.reset()
                done.append(sequence)
                counts.sequences += 1
                run(session, sequence, counts)
    except Exception as error:
        if not done:
            raise
        short = shrunk(profile, done)
        text = f"{profile}\n{type(error).__name__}: {error}\n"
        text += json.dumps(short) + "\n" + fails(profile, [short])
        counts.failures.append(text)
        print(text, flush=True)
        rest = sequences[len(done) :]
        if rest:
            _run_on_one(profile, rest, counts, end)


def main() -> int:
    """Run sequences: ``python -m sessions.runner COUNT SEED``."""
    count, seed = (int(argument) for argument in sys.argv[1:3])
    logging.disable()
    counts = Counts()
    for part in range(0, count, 200):
        run_many(seed + part, min(200, count - part), counts)
        print(counts.summary(), flush=True)
    return bool(counts.failures)


if __name__ == "__main__":
    os.nice(5)
    sys.exit(main())
