"""Which packages can be written at a location: those that a project still lacks, by the rule base.

Whether a name can be written there is asked of the file's own reader: it reads the text with a
made-up name at the cursor. So every format has its completion, half-typed or not.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from framesage.analysis.model import UseKind
from framesage.editing.settings_completion import Suggestion
from framesage.explanation.comparison import Standing, batteries_here, includes_batteries
from framesage.frozen import frozen
from framesage.manifests import reader_of
from framesage.manifests.model import Origin, Purpose
from framesage.rulebase import symbols
from framesage.text import Range, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Assessment
    from framesage.explanation.comparison import BatteryHere
    from framesage.manifests.model import Manifest, Requirement
    from framesage.text import Position

MOST_EACH = 3
"""How many packages are offered for one thing; the rule base has the usual ones first."""

_MADE_UP = "framesage-asks-whether-a-name-can-stand-here"
_BEGINNING, _REST = re.compile(r"[A-Za-z0-9]"), re.compile(r"[\w.-]*")
_AS_IT_IS, _AS_A_KEY = "{}", '{} = "*"'


@frozen
class Lacking:
    """A package that a project may add, what it is for in a few words, and why in Markdown."""

    name: str
    purpose: str
    why: str


def complete_packages(manifest: Manifest, at: Position, assessment: Assessment) -> list[Suggestion]:
    """Return the packages to offer at a position, best first; none outside a dependency list."""
    lacking: dict[str, Lacking] = {}
    for one in _lacking(assessment) if assessment.web else ():
        lacking.setdefault(one.name, one)
    shape = _shape(manifest, at) if lacking and not manifest.compiled else ""
    span = _word(manifest.source, at)
    return [
        Suggestion(one.name, shape.format(one.name), one.purpose, span, one.why)
        for one in (lacking.values() if shape else ())
    ]


def _lacking(assessment: Assessment) -> Iterator[Lacking]:
    """Yield what findings propose to add, then what stands for what is missing or not here."""
    for finding in assessment.findings:
        rule = assessment.rule_base.advice.get(finding.rule)
        if rule and rule.fix and rule.fix.add:
            yield Lacking(rule.fix.add, rule.title, f"{finding.message}\n\n{rule.why}")
    use = assessment.framework
    if use.kind in (UseKind.ONE, UseKind.BOTH) and not includes_batteries(use):
        yield from _batteries(assessment)


def _batteries(assessment: Assessment) -> Iterator[Lacking]:
    here = batteries_here(assessment)
    taken = {name for one in here if _is_settled(one) for name in one.battery.packages}
    for standing in (Standing.MISSING, Standing.ABSENT):
        for one in here:
            if one.standing is standing:
                names = (name for name in _suggested(one, assessment) if name not in taken)
                yield from islice(_packages(one, names), MOST_EACH)


def _suggested(one: BatteryHere, assessment: Assessment) -> tuple[str, ...]:
    """Return what the rule base has to add for something, where the project has what it needs."""
    needed = one.battery.suggest_with
    seen = any(assessment.memory.observed(symbols.package(name)) for name in needed)
    return one.battery.suggest if seen or not needed else ()


def _is_settled(one: BatteryHere) -> bool:
    """Tell whether the project has chosen a package for something, and another would double it."""
    names = {getattr(location.subject, "name", "") for location in one.locations}
    return one.standing is Standing.ADDED and not names <= set(one.battery.doubles)


def _packages(one: BatteryHere, names: Iterable[str]) -> Iterator[Lacking]:
    battery = one.battery
    purpose = f"{battery.title[:1].upper()}{battery.title[1:]}"
    why = f"Django includes this, as `{battery.django}`: <{battery.docs}>."
    needed = f" Here, {one.trait.trait.words(holds=True)}." if one.trait else ""
    for name in names:
        if name not in battery.doubles:
            yield Lacking(name, purpose, f"For {battery.title}.{needed}\n\n{why}")


def _shape(manifest: Manifest, at: Position) -> str:
    """Return how a name is written at a position: alone, or as a key; "" where none can stand."""
    start, end = _word(manifest.source, at)
    line = manifest.source.line(at.line)
    before, after = line[: start.character], line[end.character :]
    for shape in (_AS_IT_IS, _AS_A_KEY) if not after.strip() else (_AS_IT_IS,):
        asked = _read(manifest, at.line, before + shape.format(_MADE_UP) + after)
        if any(one.name == _MADE_UP and _runs(one) for one in asked):
            return shape
    return ""


def _read(manifest: Manifest, number: int, line: str) -> tuple[Requirement, ...]:
    """Return the requirements of a file with another text in one line."""
    source, path = manifest.source, manifest.source.path
    if manifest.format == "requirements":  # thousands of lines, and each says what it is
        above = source.line(number - 1) if source.line(number - 1).endswith("\\") else ""
        lines = [above, line]
    else:
        lines = [*source.lines[:number], line, *source.lines[number + 1 :]]
    return tuple(reader_of(path)(Source(path, "\n".join(lines))).requirements)


def _runs(requirement: Requirement) -> bool:
    direct = requirement.origin is Origin.DIRECT
    return direct and requirement.group.purpose is not Purpose.DEVELOPMENT


def _word(source: Source, at: Position) -> Range:
    """Return the range of the name around a position, an empty one where there is none."""
    line = source.line(at.line)
    typed = _REST.match(line[: at.character][::-1])  # from the end: linear in the line's length
    first = at.character - (typed.end() if typed else 0)
    before, after = _BEGINNING.search(line, first, at.character), _REST.match(line, at.character)
    start = before.start() if before else at.character
    return Range.on_line(at.line, start, after.end() if after and before else at.character)
