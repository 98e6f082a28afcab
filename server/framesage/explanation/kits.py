"""What each candidate includes and takes for the needs of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.verdict import is_applicable
from framesage.explanation.kit_entries import entries_for
from framesage.frozen import frozen
from framesage.wording.kits import (
    KitCounts,
    all_included,
    for_needs,
    included_words,
    kit_words,
    not_included_words,
)
from framesage.wording.verdict import is_decided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import Analysis
    from framesage.explanation.kit_entries import KitEntry
    from framesage.rulebase.framework_model import Framework


@frozen
class Kit:
    """A framework, and what it has for each need of a project, in the order of the rule base."""

    framework: Framework
    entries: tuple[KitEntry, ...]

    @property
    def packages(self) -> tuple[str, ...]:
        """The packages to install for needs that nothing covers yet, each once."""
        return tuple(dict.fromkeys(name for entry in self.entries for name in entry.to_install))

    @property
    def counts(self) -> KitCounts:
        """How many needs the framework, its packages or nothing covers."""
        return KitCounts(
            included=sum(bool(entry.included) for entry in self.entries),
            here=sum(bool(entry.locations) and not entry.included for entry in self.entries),
            packages=len(self.packages),
            open=sum(bool(entry.to_install) for entry in self.entries),
            choices=sum(entry.is_choice for entry in self.entries),
            by_hand=sum(entry.by_hand for entry in self.entries),
        )

    @property
    def words(self) -> str:
        """What the framework has for the needs, in numbers; "" without needs."""
        return kit_words(self.framework.title, self.counts) if self.entries else ""


def kits_for(analysis: Analysis) -> tuple[Kit, ...]:
    """Return the kit of each candidate, in the order of the rule base; all are without entries if
    the project does not choose between them."""
    chooses = analysis.web and is_applicable(analysis)
    return tuple(
        Kit(framework, entries_for(framework.id, analysis) if chooses else ())
        for framework in analysis.rule_base.candidates
    )


def kits_to_show(analysis: Analysis) -> tuple[Kit, ...]:
    """Return the kits that matter to a person: that of the framework that is decided on, or all."""
    kits = kits_for(analysis)
    if not is_decided(analysis):
        return kits
    return tuple(kit for kit in kits if kit.framework == analysis.framework.candidate)


def kits_heading(kits: Sequence[Kit]) -> str:
    """Return the heading of what is shown of the kits."""
    subject = kits[0].framework.title if len(kits) == 1 else "each framework"
    return f"What {subject} takes for these needs"


def kits_sentence(kits: Sequence[Kit]) -> str:
    """Return how many needs each framework covers, and with how many packages; "" without needs."""
    known = [kit for kit in kits if kit.entries]
    if not known:
        return ""
    needs = max(([entry.need for entry in kit.entries] for kit in known), key=len)
    if len(known) > 1 and all(kit.counts.included == len(needs) for kit in known):
        return f"{for_needs(needs)}, {all_included(len(known))}."
    return f"{for_needs(needs)}, {'; '.join(kit.words for kit in known)}."


def included_sentence(kits: Sequence[Kit]) -> str:
    """Return only how many needs each framework includes something for; "" without needs."""
    known = [(kit.framework.title, kit.counts) for kit in kits if kit.entries]
    return included_words(known) if known else ""


def kits_by_need(kits: Sequence[Kit]) -> tuple[tuple[KitEntry | None, ...], ...]:
    """Return the entries for each need, one for each kit; None where the rule base has none."""
    needs = dict.fromkeys(entry.id for kit in kits for entry in kit.entries)
    by_id = [{entry.id: entry for entry in kit.entries} for kit in kits]
    return tuple(tuple(entries.get(need) for entries in by_id) for need in needs)


def kits_summary(kits: Sequence[Kit]) -> str:
    """Return the sentence and, for several kits, another one about what no framework includes."""
    return f"{kits_sentence(kits)} {_not_included(kits)}".strip()


def _not_included(kits: Sequence[Kit]) -> str:
    rows = [[entry for entry in entries if entry] for entries in kits_by_need(kits)]
    needs = [row[0].need for row in rows if not any(entry.included for entry in row)]
    frameworks = sum(bool(kit.entries) for kit in kits)
    return not_included_words(frameworks, needs) if needs and frameworks > 1 else ""


def packages_to_add(kit: Kit, analysis: Analysis) -> dict[str, str]:
    """Return the packages to install, each with the minimum version for a new requirement ("" if
    unknown)."""
    minimums = analysis.rule_base.minimums
    return {name: minimums.get(name, "") for name in kit.packages}
