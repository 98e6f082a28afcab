"""What somebody who types waits for: the start, keys, new lines, bursts and hovers."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from speed.client import NoAnswerError, running
from speed.documents import document
from speed.typist import Typist

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from speed.servers import Server

SIZES = (60, 500, 2_500, 10_000)
BURST = 50
_WARM_UP, _NEW_LINES, _HOVERS = 6, 6, 8
_QUIET = 0.3
"""Seconds without a message after which a server has nothing more to do."""


@dataclass(frozen=True)
class Case:
    """A server, a file that is open in it, and the number of its requirements."""

    server: str
    file: str
    size: int


@dataclass
class Times:
    """The milliseconds that each event took, and how many answers a burst got."""

    start: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    fact: list[float] = field(default_factory=list)
    line: list[float] = field(default_factory=list)
    burst: list[float] = field(default_factory=list)
    hover: list[float] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


def measure(
    compared: Sequence[Server], sizes: Sequence[int], rounds: int, keys: int
) -> dict[Case, Times]:
    """Return the times of each case; each round starts the servers again, in a random order."""
    found: dict[Case, Times] = defaultdict(Times)
    cases = [
        (server, Case(server.name, file, size))
        for server in compared
        for file in server.files
        for size in sizes
    ]
    for number in range(rounds):
        for server, case in Random(number).sample(cases, len(cases)):
            _try(server, case, keys, found[case])
    return found


def _try(server: Server, case: Case, keys: int, times: Times) -> None:
    """Measure a case; a server that ends or gives no answer leaves a line on the terminal."""
    try:
        _measure(server, case, keys, times)
    except (NoAnswerError, OSError) as error:
        print(f"{case.server}, {case.file}, {case.size}: {error}")


def _measure(server: Server, case: Case, keys: int, times: Times) -> None:
    with opened(server, case.file, case.size) as typist:
        times.start.append(typist.milliseconds_to_start)
        settle(typist)
        edits = typist.edits()
        for number, edit in enumerate(islice(edits, _WARM_UP + keys)):
            spent = typist.answer_to(edit)
            if number >= _WARM_UP:
                times.key.append(spent)
        settle(typist)
        spent, answers = typist.burst(list(islice(edits, BURST)))
        times.burst.append(spent)
        times.answers.append(answers)
        settle(typist)
        times.line += typist.new_lines(_NEW_LINES)
        times.fact += typist.names()
        if typist.client.capabilities.get("hoverProvider"):
            times.hover += [typist.hover() for _ in range(_HOVERS)]


@contextmanager
def opened(server: Server, file: str, size: int) -> Iterator[Typist]:
    """Yield a document that is open in a new process of a server."""
    with tempfile.TemporaryDirectory() as folder:
        path, text = Path(folder).resolve() / file, document(file, size)
        path.write_text(text, encoding="utf-8")
        with running(server.command, path.parent) as client:
            yield Typist(client, path, text)


def settle(typist: Typist) -> None:
    """Wait until the server is idle."""
    while typist.client.receive(_QUIET):
        pass
