"""Inlay hints: the traits that a requirement is evidence for, if the settings enable them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.location import Location
from framesage.analysis.traits import contributions_at
from framesage.frozen import frozen
from framesage.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.manifests.manifest import Manifest
    from framesage.text import Range

MOST_TRAITS = 2
"""The number of traits in a hint; the hover lists all of them."""

_WEAK = 0.25
"""Evidence below this share of a requirement's strongest evidence is not shown."""


@frozen
class Hint:
    """A text to show at a position, for the requirement at ``location``."""

    position: Position
    text: str
    location: Location


def hints(assessment: Assessment, manifest: Manifest, span: Range) -> Iterator[Hint]:
    """Yield the hints in a range of a dependency file, if the settings enable them."""
    if not (assessment.web and assessment.project.settings.inlay_hints):
        return
    for requirement in manifest.requirements.named(assessment.rule_base.is_relevant):
        location = Location(manifest, requirement.range, requirement)
        if requirement.range.start <= span.end and span.start <= requirement.range.end:
            text = _text(location, assessment)
            if text:
                yield Hint(_end_of(location), text, location)


def _text(location: Location, assessment: Assessment) -> str:
    shown = sorted(contributions_at(location, assessment), key=lambda item: -item.reason.weight)
    least = max((item.reason.weight for item in shown), default=0.0) * _WEAK
    traits = dict.fromkeys(
        f"not {item.trait.id}" if item.against else item.trait.id
        for item in shown
        if item.reason.weight >= least
    )
    more = ["…"] if len(traits) > MOST_TRAITS else []
    return ", ".join([*list(traits)[:MOST_TRAITS], *more])


def _end_of(location: Location) -> Position:
    """Return the end of a location, after the closing quote if there is one."""
    line, end = location.range.end
    quote = location.manifest.source.line(line)[end : end + 1]
    return Position(line, end + 1) if quote in ("'", '"') else location.range.end
