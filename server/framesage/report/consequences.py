"""The consequences in a decision record: what the framework includes and takes, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.to_do import to_do
from framesage.explanation.kits import kits_for, packages_to_add
from framesage.fixes import CHOICES, fixes_for
from framesage.fixes.next_steps import is_new, next_steps
from framesage.report.markdown import escaped
from framesage.report.summary import most_severe_first
from framesage.wording.locations import location_name
from framesage.wording.status import kit_consequences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.explanation.kits import Kit


def consequence_lines(assessment: Assessment) -> Iterator[str]:
    """Yield a section with what follows from the decision, or from the recommended one."""
    findings = most_severe_first(to_do(assessment))
    items = [
        *_of_kit(assessment),
        *(_finding(finding, assessment) for finding in findings),
        *(f"Next, {escaped(step)}." for step in next_steps(assessment) if is_new(assessment)),
    ]
    if items:
        yield from ("## Consequences", "", *(f"- {item}" for item in items), "")


def _of_kit(assessment: Assessment) -> list[str]:
    chosen = assessment.framework.candidate or assessment.verdict.framework
    kits = [kit for kit in kits_for(assessment) if kit.framework == chosen]
    return [sentence for kit in kits for sentence in _sentences(kit, assessment)]


def _sentences(kit: Kit, assessment: Assessment) -> list[str]:
    return kit_consequences(
        escaped(kit.framework.title),
        [escaped(entry.need) for entry in kit.entries if entry.included],
        [f"`{name}`" for name in packages_to_add(kit, assessment)],
        [
            f"{escaped(entry.need)} ({', '.join(f'`{name}`' for name in entry.alternatives)})"
            for entry in kit.entries
            if entry.is_choice
        ],
        [escaped(entry.need) for entry in kit.entries if entry.by_hand],
    )


def _finding(finding: Finding, assessment: Assessment) -> str:
    """Return what is to be done about a finding, without remedies that its message names."""
    titles = [fix.title for fix in fixes_for(finding, assessment) if fix.kind not in CHOICES]
    message = finding.message.casefold()
    remedies = [title for title in titles if title.casefold() not in message]
    todo = f" {escaped('; '.join(remedies))}." if remedies else ""
    where = location_name(assessment.project, finding.location)
    return f"{escaped(finding.message)}{todo} (`{finding.rule}`, {escaped(where)})"
