"""Fixes that require other versions: a supported release, or versions that work together."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.advice.findings import is_about
from framesage.fixes.model import Fix, FixKind
from framesage.fixes.remedies.outdated import outdated_files
from framesage.fixes.remedies.raising import CannotRaiseError
from framesage.fixes.remedies.steps import ways_to_resolve
from framesage.fixes.remedies.upgrade import upgrade
from framesage.rulebase.symbols import Kind
from framesage.wording.grammar import count_noun, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment, Finding
    from framesage.fixes.remedies.steps import Step
    from framesage.fixes.remedies.upgrade import Upgrade
    from framesage.manifests.model import Requirement
    from framesage.rulebase.rule_base import RuleBase

_MOST_NAMED = 2


def require_others(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the ways to resolve a finding with other versions; the best is preferred if it leads to
    no finding that is as severe."""
    is_best = True
    for found, problem in _attempts(finding, assessment):
        if found:
            title = _title(found, assessment.rule_base)
            edits = found.draft.changes().edits
            yield Fix(title, FixKind.REMEDY, edits, preferred=is_best and found.is_safe)
        is_best = is_best and bool(problem)


def why_not_required(finding: Finding, assessment: Assessment) -> str:
    """Return why a finding that calls for another version has no fix, as a sentence; "" if it has
    one, or none is known to work."""
    rule = assessment.rule_base.advice.get(finding.rule)
    if rule is None or rule.fix is None or not rule.fix.require:
        return ""
    attempts = list(_attempts(finding, assessment))
    if any(found for found, _ in attempts):
        return ""
    if not attempts and is_about(finding, Kind.RELEASE):
        return "No quick fix: no supported release is known for the Python of this project."
    return next((f"No quick fix: {problem}." for _, problem in attempts if problem), "")


def _attempts(finding: Finding, assessment: Assessment) -> Iterator[tuple[Upgrade | None, str]]:
    """Yield the ways to resolve a finding, or why one cannot be written."""
    for steps in filter(None, ways_to_resolve(finding, assessment)):
        yield _attempt(finding, steps, assessment)


def _attempt(
    finding: Finding, steps: Sequence[Step], assessment: Assessment
) -> tuple[Upgrade | None, str]:
    try:
        return upgrade(finding, steps, assessment), ""
    except CannotRaiseError as error:
        return None, str(error)


def _title(found: Upgrade, rule_base: RuleBase) -> str:
    """Return the title: ``Require Flask 3.1 and Werkzeug 3.1 (then update uv.lock)``."""
    outdated = outdated_files(found.draft)
    then = f" (then update {join_words(outdated)})" if outdated else ""
    return f"Require {_packages(found.steps, rule_base)}{then}"


def _packages(steps: Sequence[Step], rule_base: RuleBase) -> str:
    named = [*dict.fromkeys(_package(step, rule_base) for step in steps)]
    named += dict.fromkeys(f"Python {step.python}" for step in steps if step.python)
    if len(named) > _MOST_NAMED:
        named = [named[0], f"{count_noun(len(named) - 1, 'other package')}"]
    return join_words(named)


def _package(step: Step, rule_base: RuleBase) -> str:
    name = cast("Requirement", step.location.subject).name
    owners = rule_base.framework_of.get(name, ())
    titles = [rule_base.frameworks[owner].title for owner in owners]
    title = titles[0] if titles else step.location.text
    return f"{title} {step.version}" if step.version else f"{title}{step.limit}"
