"""What to require instead of a release that is unsupported or does not work with the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from packaging.version import Version

from framesage.advice.findings import is_about
from framesage.analysis.provenance import subject_locations
from framesage.analysis.versions import are_disjoint
from framesage.fixes.remedies.releases import oldest_python, release_to_require
from framesage.frozen import frozen
from framesage.manifests.names import canonicalize_name
from framesage.rulebase.symbols import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis, Clash
    from framesage.manifests.model import Requirement

_LIMIT = re.compile(r"(?P<name>[\w.-]+)(?P<specifier>.*)")
_LEAST = re.compile(r">=(?P<version>[0-9]+(?:\.[0-9]+)*)(?:rc[0-9]+)?")


@frozen
class Step:
    """A requirement to change: to a ``version`` and later ones, or to a specifier (``limit``).

    With ``is_series``, a pin has to stay within the release series of the version. ``python`` is
    the oldest version of Python that the project can have afterwards, "" for any.
    """

    location: Location
    version: str = ""
    limit: str = ""
    is_series: bool = False
    python: str = ""


def ways_to_resolve(finding: Finding, assessment: Assessment) -> Iterator[Sequence[Step]]:
    """Yield what to require to resolve a finding, the best way first."""
    place = finding.location
    clash, change = assessment.clashes.get(place), assessment.changes.get(place)
    if clash and is_about(finding, Kind.CLASH):
        yield from ([step] for step in steps_for_clash(clash, assessment))
    elif change and is_about(finding, Kind.CHANGE):
        matched, sightings = finding.evaluation, assessment.sightings
        found = subject_locations(matched, sightings) if matched else ()
        yield [
            Step(location, assessment.changes[location].fixed)
            for location in dict.fromkeys((place, *found))
            if location in assessment.changes and assessment.changes[location].fixed
        ]
    elif is_about(finding, Kind.RELEASE):
        yield from ([step] for step in _supported(place, assessment))


def steps_for_clash(clash: Clash, analysis: Analysis) -> Iterator[Step]:
    """Yield what to require to resolve a clash: a later version, or else a limit for the other."""
    later = list(_later(clash, analysis))
    yield from later
    written = _written(clash)
    if written and all(step.location != written.location for step in later):
        in_support = _supported(written.location, analysis) if written.version else ()
        yield next(iter(in_support), written)


def _later(clash: Clash, analysis: Analysis) -> Iterator[Step]:
    """Yield a later version of the package that has the limit, where one without it is known."""
    package = clash.package
    requirement = cast("Requirement", package.subject)
    if requirement.name in analysis.rule_base.framework_of:
        yield from _supported(package, analysis)
        return
    fixed = [
        limit.fixed
        for limit in analysis.rule_base.limits
        if limit.package == requirement.name
        and not are_disjoint(requirement.specifier or ">=0", limit.versions)
    ]
    if clash.kind != "conflicting" and fixed and all(fixed):
        yield Step(package, max(fixed, key=Version))


def _written(clash: Clash) -> Step | None:
    """Return what the message about a clash says, if it is about a package that is required."""
    match = _LIMIT.fullmatch(clash.require[0])
    subject = cast("Requirement", clash.location.subject)
    if match is None or canonicalize_name(match["name"]) != subject.name:
        return None
    least = _LEAST.fullmatch(match["specifier"])
    if least:
        return Step(clash.location, least["version"])
    return Step(clash.location, limit=match["specifier"])


def _supported(location: Location, analysis: Analysis) -> Iterator[Step]:
    """Yield the release to require of a framework, if the required one is older."""
    requirement = cast("Requirement", location.subject)
    for framework in analysis.rule_base.framework_of.get(requirement.name, ()):
        release = release_to_require(framework, location, analysis)
        if release:
            python = oldest_python(release, analysis.project)
            yield Step(location, release.series, is_series=True, python=python)
