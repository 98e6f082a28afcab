"""Fixes that add a package which a finding misses, or a limit that a release needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.advice.findings import is_about
from framesage.fixes.draft import Draft
from framesage.fixes.model import Fix, FixKind
from framesage.fixes.new_packages import NewPackage, add_package, new_package
from framesage.manifests.names import canonicalize_name
from framesage.rulebase.symbols import Kind
from framesage.wording.grammar import join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Assessment, Finding

_LIMIT = re.compile(r"(?P<name>[\w.-]+)(?P<specifier>.+)")


def add_proposed(name: str, finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that adds a package."""
    package = new_package(name, assessment.rule_base)
    yield from _fix(package.spelling, [package], finding, assessment, preferred=True)


def add_limits(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that adds the limits which a release needs, and which the list lacks."""
    clash = assessment.clashes.get(finding.location)
    if clash is None or clash.kind != "unlimited" or not is_about(finding, Kind.CLASH):
        return
    limits = filter(None, map(_LIMIT.fullmatch, clash.require))
    packages = [
        NewPackage(canonicalize_name(limit["name"]), "", limit["specifier"], limit["name"])
        for limit in limits
    ]
    yield from _fix(join_words(clash.require), packages, finding, assessment, preferred=False)


def _fix(
    what: str,
    packages: Iterable[NewPackage],
    finding: Finding,
    assessment: Assessment,
    *,
    preferred: bool,
) -> Iterator[Fix]:
    """Yield the fix that adds packages beside the requirement of a finding, or the framework's."""
    draft = Draft(assessment.project, assessment.project)
    for package in packages:
        draft = add_package(draft, package, (finding.location, *assessment.framework.locations))
    edits = draft.changes().edits
    if edits and not any(edit.create for edit in edits):
        yield Fix(f"Add {what}", FixKind.REMEDY, edits, preferred=preferred)
