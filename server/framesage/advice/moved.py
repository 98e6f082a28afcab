"""Move an assessment to where everything is after edits that change no fact.

Most keys move nothing that is shown, and the next key comes before anybody asks where everything
is. So this is computed on first use, and from the last assessment of which it was.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING

from framesage.advice.model import Assessment, Finding, Related
from framesage.analysis.facts import read_facts
from framesage.analysis.moves import find_moves
from framesage.analysis.sightings import Sightings
from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.analysis.model import Clash, FrameworkUse
    from framesage.analysis.moves import Moves
    from framesage.project.model import Project

MOST_LINES = 20
"""How many lines edits may span to be compared at once with the assessment before all of them."""
_MOVED = frozenset(
    ("framework", "sightings", "changes", "clashes", "explained", "findings", "suppressed", "known")
)
_KEPT = tuple(field.name for field in fields(Assessment) if field.name not in _MOVED)


@frozen
class _Move:
    """What a ``Move`` says, computed from the edited files."""

    before: Assessment
    project: Project
    moves: Moves

    @property
    def is_in_place(self) -> bool:
        shown = self.before.shown_lines
        return all(
            change.shift == 0
            and shown.get(path, frozenset()).isdisjoint(range(change.first, change.before))
            for path, (_, _, change) in self.moves.files.items()
        )

    @property
    def is_small(self) -> bool:
        changes = (change for _, _, change in self.moves.files.values())
        return sum(change.before - change.first for change in changes) <= MOST_LINES

    def fields(self) -> Mapping[str, object]:
        """Return the fields; what was seen is read again on first use, such as by a hover."""
        before, moves = self.before, self.moves
        results = tuple(
            seen._replace(location=seen.location and moves(seen.location))
            for seen in before.sightings.results
        )
        clashes = before.clashes.items()
        see = partial(read_facts, self.project, before.rule_base, before.today)
        return {
            "framework": _moved_use(before.framework, moves),
            "sightings": Sightings(see, before.sightings.shown, results),
            "changes": {moves(location): change for location, change in before.changes.items()},
            "clashes": {moves(place): _moved_clash(found, moves) for place, found in clashes},
            "explained": tuple(map(moves, before.explained)),
            "findings": _moved_findings(before.findings, moves),
            "suppressed": _moved_findings(before.suppressed, moves),
            "known": _moved_findings(before.known, moves),
        }


def moved_assessment(before: Assessment, project: Project) -> Assessment | None:
    """Return the assessment of a project that shows the same as another one; None if it does not.

    Edits since the last assessment that was used are taken together.
    """
    last = before.move.before if before.move and before.move.is_small else before
    moves = find_moves(last, project)
    if moves is None:
        return None
    found = object.__new__(Assessment)
    kept = {name: getattr(last, name) for name in _KEPT}
    vars(found).update(kept, project=project, _move=_Move(last, project, moves))
    return found


def _moved_findings(findings: Iterable[Finding], moves: Moves) -> tuple[Finding, ...]:
    return tuple(_moved_finding(finding, moves) for finding in findings)


def _moved_finding(finding: Finding, moves: Moves) -> Finding:
    return Finding(  # faster than ``replace``
        finding.rule,
        finding.severity,
        finding.message,
        moves(finding.location),
        tuple(Related(moves(found.location), found.message) for found in finding.related),
        finding.references,
        finding.evaluation,
    )


def _moved_use(use: FrameworkUse, moves: Moves) -> FrameworkUse:
    parts = tuple(replace(part, location=moves(part.location)) for part in use.parts)
    return replace(use, locations=tuple(map(moves, use.locations)), parts=parts)


def _moved_clash(clash: Clash, moves: Moves) -> Clash:
    return replace(
        clash,
        location=moves(clash.location),
        package=moves(clash.package),
        other=clash.other and moves(clash.other),
    )
