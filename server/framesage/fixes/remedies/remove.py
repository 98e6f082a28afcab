"""The fix that removes the requirement a finding is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors import editor_of
from framesage.fixes.model import Fix, FixKind
from framesage.manifests.model import Origin, Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location
    from framesage.fixes.model import Edit


def removal(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that removes the requirement, if the finding's rule proposes that."""
    rule = assessment.rule_base.advice.get(finding.rule)
    edits = remove(finding.location) if rule and rule.fix and rule.fix.remove else ()
    if edits:
        is_doubtful = _has_its_framework(finding, assessment)
        title = f"Remove {finding.location.text}"
        yield Fix(title, FixKind.REMEDY, edits, preferred=not is_doubtful)


def remove(location: Location) -> tuple[Edit, ...]:
    """Return the edits that remove the requirement at a location; none if impossible."""
    requirement = location.subject
    if not isinstance(requirement, Requirement) or location.manifest.compiled:
        return ()
    return editor_of(location.manifest).remove(requirement)


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
