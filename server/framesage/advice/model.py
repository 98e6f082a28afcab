"""Findings and assessments."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from framesage.analysis.model import Analysis
from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from framesage.analysis.location import Location
    from framesage.inference import Evaluation
    from framesage.rulebase import RuleError
    from framesage.severity import Severity


@frozen
class Related:
    """A location of evidence for a finding, and what it shows."""

    location: Location
    message: str


@frozen
class Finding:
    """What a rule reports at a location.

    ``related`` are the locations of the evidence; ``references`` are claims of the guidance
    (``guide:G01``) and pages. ``evaluation`` is that of the rule's condition; built-in rules have
    none.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    related: tuple[Related, ...] = ()
    references: tuple[str, ...] = ()
    evaluation: Evaluation | None = None


class Move(Protocol):
    """How an assessment differs from one ``before`` that shows the same."""

    @property
    def before(self) -> Assessment:
        """The other assessment."""

    @property
    def is_in_place(self) -> bool:
        """Whether everything that is shown is where it was, on lines that were not edited."""

    @property
    def is_small(self) -> bool:
        """Whether the edits are in few lines."""

    def fields(self) -> Mapping[str, object]:
        """Return the fields with locations, as they are now."""


@frozen(slots=False)
class Assessment(Analysis):
    """An analysis with its findings: the result that all front ends show.

    ``rule_errors`` are the errors because of which the project's custom rules are not used.
    ``suppressed`` are the findings that ignores hide, ``known`` those that the baseline of the
    project hides.

    What an edit only moves is computed on first use (see ``advice.moved``).
    """

    findings: tuple[Finding, ...]
    rule_errors: tuple[RuleError, ...]
    suppressed: tuple[Finding, ...]
    known: tuple[Finding, ...]

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Compute the fields that are missing, all at once."""
            move = vars(self).pop("_move", None)
            if move is None:
                raise AttributeError(name)
            vars(self).update(move.fields())
            return getattr(self, name)

    @property
    def move(self) -> Move | None:
        """How this differs from another assessment, until that is computed."""
        found: Move | None = vars(self).get("_move")
        return found

    @cached_property
    def found_in(self) -> frozenset[Path]:
        """The files in which something was found."""
        if self.move:
            return self.move.before.found_in
        return frozenset({finding.location.path for finding in self.findings})

    @cached_property
    def shown_lines(self) -> Mapping[Path, frozenset[int]]:
        """The lines with findings and related locations, by file."""
        lines: dict[Path, set[int]] = defaultdict(set)
        for finding in self.findings:
            for place in (finding.location, *(related.location for related in finding.related)):
                lines[place.path].update(range(place.range.start.line, place.range.end.line + 1))
        return {path: frozenset(found) for path, found in lines.items()}
