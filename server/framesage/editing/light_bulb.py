"""What a light bulb offers for some findings: few entries, the most useful ones."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import UNEXPLAINED_IGNORE
from framesage.editing.quick_answers import quick_answers
from framesage.fixes import Fix, FixKind, fixes_for
from framesage.fixes.declarations import declare_framework, declare_trait
from framesage.fixes.ignores import IgnoreScope, ignore_changes, ignore_scopes
from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from framesage.advice.model import Assessment, Finding

    _Declare = Callable[[Finding, Assessment], Iterator[Fix]]


class EntryKind(Enum):
    """What an entry does."""

    FIX = "fix"
    """Makes the edits of a fix."""
    IGNORE = "ignore"
    """Asks for a reason, and ignores one of the findings."""
    REASON = "reason"
    """Replaces the placeholder reason of an ignore."""
    EXPLAIN = "explain"
    """Explains the finding's rule."""


@frozen
class Entry:
    """An entry about findings, the most severe one first; less useful ones have a higher rank."""

    kind: EntryKind
    findings: tuple[Finding, ...]
    rank: int
    fix: Fix | None = None


_FIRST, _BASIC, _EXPLAIN, _MORE, _DECLARE, _LEAST = range(6)
"""How useful entries are."""

MOST_FINDINGS = 20
"""For how many findings fixes are tried: who selects a whole file selects thousands."""
_STARTS = (FixKind.START, FixKind.KIT)
_WHERE = {IgnoreScope.LINE: "on this line", IgnoreScope.PROJECT: "in this project"}


@frozen
class LightBulb:
    """Offers entries for findings to a client.

    ``asks`` is whether the client can ask for the reason of an ignore; ``can_apply`` whether it can
    make the edits of a fix.
    """

    assessment: Assessment
    asks: bool
    can_apply: Callable[[Fix], bool]

    def entries(self, findings: Sequence[Finding], room: int) -> list[Entry]:
        """Return at most ``room`` entries: what to do first, then ignoring, then explaining."""
        findings = sorted(findings, key=lambda finding: finding.severity, reverse=True)
        found = list(self._unique(self._all(findings)))
        if sum(entry.rank <= _EXPLAIN for entry in found) > room:
            found = _with_one_ignore(found)
        kept = sorted(range(len(found)), key=lambda index: (found[index].rank, index))[:room]
        return [found[index] for index in sorted(kept)]

    def _all(self, findings: Sequence[Finding]) -> Iterator[Entry]:
        yield from sorted(self._remedies(findings), key=_order)
        by_rule: dict[str, Finding] = {}
        for finding in findings:
            if finding.rule in self.assessment.rule_base.advice:
                by_rule.setdefault(finding.rule, finding)
        first = list(by_rule.values())
        yield from self._declaration(declare_framework, first, _BASIC)
        for finding in first:
            yield from self._ignores(finding)
        yield from self._declaration(declare_trait, first, _DECLARE)
        for finding in first[:1]:
            yield Entry(EntryKind.EXPLAIN, (finding,), _EXPLAIN)

    def _remedies(self, findings: Sequence[Finding]) -> Iterator[Entry]:
        for finding in findings[:MOST_FINDINGS]:
            if finding.rule == UNEXPLAINED_IGNORE.id:
                yield Entry(EntryKind.REASON, (finding,), _FIRST)
            rank = _FIRST
            for fix in quick_answers(finding, self.assessment):
                yield Entry(EntryKind.FIX, (finding,), _FIRST, fix)
            for fix in fixes_for(finding, self.assessment):
                if fix.kind in _STARTS:
                    yield Entry(EntryKind.FIX, (finding,), self._rank_of_start(fix), fix)
                else:
                    yield Entry(EntryKind.FIX, (finding,), rank, fix)
                    rank = _MORE

    def _rank_of_start(self, fix: Fix) -> int:
        """Return the rank of a start; a kit is more useful where a framework is recommended."""
        if fix.kind is FixKind.START:
            return _BASIC
        return _MORE if self.assessment.verdict.framework else _LEAST

    def _ignores(self, finding: Finding) -> Iterator[Entry]:
        scopes = ignore_scopes(finding, self.assessment)
        if self.asks:
            if scopes:
                yield Entry(EntryKind.IGNORE, (finding,), _BASIC)
            return
        rank = _BASIC
        for scope in scopes:
            where = _WHERE[scope]
            edits = ignore_changes(finding, self.assessment, scope).edits
            fix = Fix(f"Ignore {finding.rule} {where}", FixKind.DECLARE, edits)
            yield Entry(EntryKind.FIX, (finding,), rank, fix)
            rank = _MORE

    def _declaration(
        self, declare: _Declare, findings: Sequence[Finding], rank: int
    ) -> Iterator[Entry]:
        """Yield the first declaration that removes one of the findings."""
        for finding in findings:
            for fix in declare(finding, self.assessment):
                yield Entry(EntryKind.FIX, (finding,), rank, fix)
                return

    def _unique(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        """Yield the entries that the client can apply; those with the same edits once."""
        seen: set[tuple[object, ...]] = set()
        for entry in entries:
            if entry.fix is None:
                yield entry
            elif entry.fix.edits not in seen and self.can_apply(entry.fix):
                seen.add(entry.fix.edits)
                yield entry


def _order(entry: Entry) -> tuple[bool, bool]:
    """Return where an entry belongs: starts come last, preferred fixes first."""
    is_start = entry.fix is not None and entry.fix.kind in _STARTS
    return is_start, entry.fix is not None and not entry.fix.preferred


def _with_one_ignore(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries with one that ignores any of the findings, in place of one for each rule."""
    ignores = [entry for entry in entries if entry.kind is EntryKind.IGNORE]
    if not ignores:
        return list(entries)
    findings = tuple(finding for entry in ignores for finding in entry.findings)
    joined = Entry(EntryKind.IGNORE, findings, _BASIC)
    others = (joined if entry is ignores[0] else entry for entry in entries)
    return [entry for entry in others if entry not in ignores[1:]]
