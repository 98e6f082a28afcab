"""The fix that a finding's rule proposes: adding a package, or removing the requirement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.advice.findings import is_about
from framesage.analysis.model import Location
from framesage.fixes.editors import editor_of
from framesage.fixes.main_list import find_main_list, problem_of, run_time_requirements
from framesage.fixes.model import Fix, FixKind
from framesage.manifests.model import Origin, Purpose, Requirement
from framesage.rulebase.symbols import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.fixes.model import Edit


_NAME = re.compile(r"[\w.-]+")


def remedy(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that the finding's rule proposes, if it can be written."""
    rule = assessment.rule_base.advice.get(finding.rule)
    yield from _limits(finding, assessment)
    if rule is None or rule.fix is None:
        return
    if rule.fix.add:
        title, edits = f"Add {rule.fix.add}", _add_to_project(rule.fix.add, finding, assessment)
    else:
        title, edits = f"Remove {finding.location.text}", remove(finding.location)
    if edits:
        is_doubtful = rule.fix.remove and _has_its_framework(finding, assessment)
        yield Fix(title, FixKind.REMEDY, edits, preferred=not is_doubtful)


def _limits(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield a fix for each limit that a release needs, and that is missing from the list."""
    clash = assessment.clashes.get(finding.location)
    if clash is None or clash.kind != "unlimited" or not is_about(finding, Kind.CLASH):
        return
    for written in clash.require:
        limit = _NAME.match(written)
        name, specifier = (limit.group(), written[limit.end() :]) if limit else ("", "")
        edits = add(name, finding.location, specifier) if name else ()
        if edits:
            yield Fix(
                f"Add {written}", FixKind.REMEDY, edits, preferred=written == clash.require[0]
            )


def _has_its_framework(finding: Finding, assessment: Assessment) -> bool:
    """Return whether a finding is about a plugin of a framework that the project requires."""
    plugin, base = finding.location.subject, assessment.rule_base
    if not isinstance(plugin, Requirement):
        return False
    frameworks = [base.frameworks[framework] for framework in base.plugin_of(plugin.name)]
    packages = {package for framework in frameworks for package in framework.packages}
    return any(
        requirement.name in packages and requirement.origin is Origin.DIRECT
        for manifest in assessment.project.manifests
        for requirement in manifest.requirements
    )


def _add_to_project(name: str, finding: Finding, assessment: Assessment) -> tuple[Edit, ...]:
    for location in _neighbors(finding, assessment):
        edits = add(name, location)
        if edits:
            return edits
    manifest = find_main_list(assessment.project)
    is_empty = manifest and not problem_of(manifest) and not any(run_time_requirements(manifest))
    return editor_of(manifest).add_first(name) if manifest and is_empty else ()


def _neighbors(finding: Finding, assessment: Assessment) -> Iterator[Location]:
    """Yield the requirements beside which a package can be added, most suitable first."""
    all_locations = (
        Location(manifest, requirement.range, requirement)
        for manifest in assessment.project.manifests
        for requirement in manifest.requirements
    )
    for location in (finding.location, *assessment.framework.locations, *all_locations):
        requirement = location.subject
        if (
            isinstance(requirement, Requirement)
            and requirement.origin is Origin.DIRECT
            and requirement.group.purpose is Purpose.RUNTIME
            and not location.manifest.compiled
        ):
            yield location


def add(name: str, beside: Location, specifier: str = "") -> tuple[Edit, ...]:
    """Return the edits that add a package to the list of a requirement; none if impossible."""
    requirement = beside.subject
    if not isinstance(requirement, Requirement):
        return ()
    return editor_of(beside.manifest).add(name, requirement, specifier)


def remove(location: Location) -> tuple[Edit, ...]:
    """Return the edits that remove the requirement at a location; none if impossible."""
    requirement = location.subject
    if not isinstance(requirement, Requirement) or location.manifest.compiled:
        return ()
    return editor_of(location.manifest).remove(requirement)
