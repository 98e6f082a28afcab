"""What stands behind a requirement, where the user wants it: the traits that it is evidence of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import Location
from framesage.analysis.traits import contributions_at
from framesage.frozen import frozen
from framesage.manifests.lazy_requirements import named
from framesage.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.manifests.model import Manifest
    from framesage.text import Range

MOST = 2
"""How many traits a hint names; the hover has them all."""

_FAINT = 0.25
"""What weighs less than this part of a requirement's strongest evidence is not worth a hint."""


@frozen
class Hint:
    """A text to show at a position, and the location that it speaks of."""

    at: Position
    text: str
    location: Location


def hints(assessment: Assessment, manifest: Manifest, span: Range) -> Iterator[Hint]:
    """Yield the hints in a range of a manifest; none unless the settings ask for them."""
    if not (assessment.web and assessment.project.settings.inlay_hints):
        return
    heeded = assessment.rule_base.heeded.__getitem__
    for requirement in named(manifest.requirements, heeded):
        location = Location(manifest, requirement.range, requirement)
        if requirement.range.start <= span.end and span.start <= requirement.range.end:
            text = _text(location, assessment)
            if text:
                yield Hint(_behind(location), text, location)


def _text(location: Location, assessment: Assessment) -> str:
    strongest_first = sorted(
        contributions_at(location, assessment), key=lambda one: -one.reason.weight
    )
    least = max((one.reason.weight for one in strongest_first), default=0.0) * _FAINT
    shown = [one for one in strongest_first if one.reason.weight >= least]
    names = list(dict.fromkeys(f"not {s.trait.id}" if s.against else s.trait.id for s in shown))
    return ", ".join([*names[:MOST], *("…" for _ in names[MOST : MOST + 1])])


def _behind(location: Location) -> Position:
    """Return the location's end, behind the quote that closes it."""
    line, end = location.range.end
    quote = location.manifest.source.line(line)[end : end + 1]
    return Position(line, end + 1) if quote in ("'", '"') else location.range.end
