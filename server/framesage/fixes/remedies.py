"""A rule's own remedy: the package to add, or the requirement to remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import Location
from framesage.fixes.line_list import FORMATS, add_own_line, remove_own_line
from framesage.fixes.model import Edit, Fix, FixKind
from framesage.fixes.requirements_txt import add_line, remove_line
from framesage.fixes.toml_array import array_of
from framesage.fixes.toml_table import add_key, remove_key
from framesage.manifests.model import Origin, Purpose, Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding


def remedy(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that the finding's rule proposes, where it can be written."""
    rule = assessment.rule_base.advice.get(finding.rule)
    if rule is None or rule.fix is None:
        return
    if rule.fix.add:
        edits = _adding(rule.fix.add, finding, assessment)
        title = f"Add {rule.fix.add}"
    else:
        edits = removing(finding.location)
        title = f"Remove {finding.location.text}"
    if edits:
        unsure = rule.fix.remove and _serves_a_framework(finding, assessment)
        yield Fix(title, FixKind.REMEDY, edits, preferred=not unsure)


def _serves_a_framework(finding: Finding, assessment: Assessment) -> bool:
    """Tell whether what a finding stands on is a plugin of a framework that is itself required."""
    subject, base = finding.location.subject, assessment.rule_base
    if not isinstance(subject, Requirement):
        return False
    served = (base.frameworks[one] for one in base.plugin_of(subject.name))
    packages = {package for framework in served for package in framework.packages}
    manifests = assessment.project.manifests
    every = (one for manifest in manifests for one in manifest.requirements)
    return any(one.name in packages and one.origin is Origin.DIRECT for one in every)


def _adding(name: str, finding: Finding, assessment: Assessment) -> tuple[Edit, ...]:
    for location in _beside(finding, assessment):
        edits = adding(name, location)
        if edits:
            return edits
    return ()


def _beside(finding: Finding, assessment: Assessment) -> Iterator[Location]:
    """Yield requirements that a new one may stand beside, the most fitting first."""
    manifests = assessment.project.manifests
    every = [Location(one, each.range, each) for one in manifests for each in one.requirements]
    for location in (finding.location, *assessment.framework.locations, *every):
        subject = location.subject
        if isinstance(subject, Requirement) and _is_written_by_hand(location, subject):
            yield location


def _is_written_by_hand(location: Location, requirement: Requirement) -> bool:
    direct = requirement.origin is Origin.DIRECT and requirement.group.purpose is Purpose.RUNTIME
    return direct and not location.manifest.compiled


def adding(name: str, beside: Location) -> tuple[Edit, ...]:
    """Return the edits that add a package to the list that a requirement stands in."""
    subject, source = beside.subject, beside.manifest.source
    if not isinstance(subject, Requirement):
        return ()
    if beside.manifest.format == "requirements":
        return _some(add_line(name, beside.manifest))
    if beside.manifest.format in FORMATS:
        return _some(add_own_line(name, subject, beside.manifest))
    array = array_of(subject, source)
    return array.add(name) if array else _some(add_key(name, subject, source))


def removing(location: Location) -> tuple[Edit, ...]:
    """Return the edits that remove the requirement at a location."""
    subject, source = location.subject, location.manifest.source
    if not isinstance(subject, Requirement) or location.manifest.compiled:
        return ()
    if location.manifest.format == "requirements":
        return _some(remove_line(subject, location.manifest))
    if location.manifest.format in FORMATS:
        return _some(remove_own_line(subject, location.manifest))
    array = array_of(subject, source)
    return _some(array.remove(subject) if array else remove_key(subject, source))


def _some(edit: Edit | None) -> tuple[Edit, ...]:
    return (edit,) if edit else ()
