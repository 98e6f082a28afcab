"""The page of the documentation with all figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from speed.documents import FILES
from speed.goals import goals
from speed.results import percentile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from speed.results import Results

_QUICK = """\
!!! warning
    These figures are from a quick run, perhaps on a busy machine. They show that the benchmark
    works, and nothing else.
"""
_TEXT = Path(__file__).with_name("page.md")
_NOTES = {
    "key that changes a fact": (
        "of 2.5 ms at 60 requirements, the findings take 0.8, what rules conclude 0.7, changes and "
        "clashes of packages 0.3, reading the facts 0.3, and loading the project 0.3; at 2,500 the "
        "locations of all packages that a rule is about take most"
    ),
    "50 keys at once": (
        "the first key is judged at once, as nothing waits behind it, and all others together; "
        "a timer would delay every key"
    ),
    "start to first diagnostics": (
        "half of the time is the import of 290 modules of Framesage and 120 of pygls, lsprotocol "
        "and cattrs; the first assessment takes a quarter, the rest is classes of lsprotocol, "
        "regular expressions and the snapshot of the rules, a tenth each"
    ),
    "`check` of one project": (
        "half is the import of 420 modules; regular expressions and the snapshot of the rules take "
        "20 ms each"
    ),
    "`check` of the corpus": "as for 1,000 projects; the projects of the corpus are larger",
    "`check` of 1,000 projects": (
        "3 to 4 ms for each project: a quarter is loading it, a fifth inference, a fifth writing "
        "JSON, of which half is what the frameworks take; no function takes more than a fiftieth"
    ),
}
"""Why a goal is missed, by the beginning of its name."""


def page(found: Results, circumstances: Mapping[str, str], *, quick: bool) -> str:
    """Return the page; the circumstances are machine, Python, date and commit."""
    text = _TEXT.read_text(encoding="utf-8").format(
        warning=_QUICK if quick else "", **circumstances
    )
    sections = (_goals(found), _keys(found), _server(found), _check(found), _rules(found))
    lines = [line for section in sections for line in section]
    if found.missing:
        lines += ["", f"Not installed, and not measured: {', '.join(found.missing)}."]
    return text + "\n".join(lines) + "\n"


def _table(*heads: str) -> Iterator[str]:
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(value: object) -> str:
    if not isinstance(value, float):
        return "–" if value is None else str(value)
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _goals(found: Results) -> Iterator[str]:
    yield "\n## Goals"
    yield from _table("what", "figure", "goal", "")
    for goal in goals(found):
        limit = f"≤ {_cell(goal.at_most)} {goal.unit}"
        word = "met" if goal.is_met else "**missed**"
        yield _row((goal.name, f"{_cell(goal.figure)} {goal.unit}", limit, word))
    missed = [goal.name for goal in goals(found) if not goal.is_met]
    starts = [start for start in _NOTES if any(name.startswith(start) for name in missed)]
    if starts:
        yield ""
    yield from (f"- *{start}*: {_NOTES[start]}." for start in starts)


def _keys(found: Results) -> Iterator[str]:
    yield "\n## Servers"
    yield "\nIn milliseconds; *start* is from starting the process to the first diagnostics."
    sizes = sorted({case.size for case in found.keys})
    names = list(dict.fromkeys(case.server for case in found.keys))
    for file in FILES:
        yield f"\n### {file}"
        yield from _table(
            "requirements", "server", "key p50", "p99", "fact p50", "fact p99", "new line",
            "burst", "answers", "hover", "start",
        )  # fmt: skip
        for size in sizes:
            for name in sorted(names):
                times = found.times(name, file, size)
                if times.key:
                    spread = (percentile(v, p) for v in (times.key, times.fact) for p in (50, 99))
                    rest = (times.line, times.burst, times.answers, times.hover, times.start)
                    medians = (percentile(values, 50) for values in rest)
                    yield _row((f"{size:,}", name, *spread, *medians))


def _server(found: Results) -> Iterator[str]:
    if found.memory:
        yield "\n## Memory"
        yield "\nOf a server with 500 requirements in a `pyproject.toml`, in MiB."
        yield from _table("server", "at the start", f"after {found.edits:,} edits")
        yield from (_row((name, *memory)) for name, memory in found.memory.items())
    if found.scanning:
        spread = (percentile(found.scanning, percent) for percent in (50, 99, 100))
        yield "\n## Keys while a workspace of many projects is searched"
        yield "\nIn an open requirements.txt with 60 requirements, in milliseconds."
        yield from _table("keys", "p50", "p99", "slowest")
        yield _row((len(found.scanning), *spread))


def _check(found: Results) -> Iterator[str]:
    if found.checked:
        yield "\n## The command line"
        yield "\n`framesage check`, and other tools on the same project."
        yield from _table("what", "ms", "MiB at most")
        yield from (
            _row((checked.name, checked.milliseconds, checked.mebibytes))
            for checked in found.checked.values()
        )


def _rules(found: Results) -> Iterator[str]:
    if found.engine:
        yield "\n## Rules"
        yield "\nWhat rules add to the assessment of a new project with 400 requirements, and what"
        yield "CLIPS takes with the same rules and facts; in milliseconds of the processor."
        yield from _table("rules", "Framesage", "CLIPS (clipspy)")
        yield from (_row((f"{rules:,}", *times)) for rules, times in found.engine.items())
    if found.pack:
        yield f"\nA pack of {found.rules_of_pack:,} rules:"
        yield from _table("what", "ms")
        yield from (_row(item) for item in found.pack.items())
