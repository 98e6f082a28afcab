"""What was checked, and in which packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.report.locations import written_path
from framesage.rulebase.paths import is_builtin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.rule_checks.builtin_outcomes import Change
    from framesage.rule_checks.report import RulesReport
    from framesage.rulebase.errors import RuleError
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.packs.model import PackFiles
    from framesage.rulebase.rule_base import RuleBase


@frozen
class CheckedRules:
    """The rules, and their report: None if ``errors`` kept them from being loaded.

    Without ``packs``, the built-in rules were checked. ``changes`` are the tests of built-in rules
    whose outcome the packs change.
    """

    rule_base: RuleBase
    report: RulesReport | None = None
    packs: tuple[PackFiles, ...] = ()
    changes: tuple[Change, ...] = ()
    errors: tuple[RuleError, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether there are errors, issues or failed tests."""
        return bool(self.errors or (self.report and self.report.issues))


@frozen
class PackCounts:
    """How many rules and tests a pack has; ``version`` is "" for rule files without a pack."""

    name: str
    version: str
    rules: int
    tests: int
    failed: int
    changes: int


def counts_by_pack(checked: CheckedRules, base: Path) -> Iterator[PackCounts]:
    """Yield the counts of each pack, or of the built-in rules; paths are relative to ``base``."""
    report = checked.report
    if report is None:
        return
    titles = dict.fromkeys(_title(pack, checked, base) for pack in checked.packs)
    for title in titles or {("built-in rules", ""): None}:
        rules = [rule for rule in report.rules if _owner(rule.location, checked, base) == title]
        ids = {rule.id for rule in rules}
        results = [result for result in report.results if result.rule.id in ids]
        failed = sum(not result.passed for result in results)
        causes = [change.cause for change in checked.changes]
        own = [cause for cause in causes if cause and _owner(cause, checked, base) == title]
        changes = len(own) if len(titles) > 1 else len(causes)
        yield PackCounts(*title, len(rules), len(results), failed, changes)


def _owner(location: SourceLocation, checked: CheckedRules, base: Path) -> tuple[str, str]:
    if is_builtin(location.path):
        return "built-in rules", ""
    around = [pack for pack in checked.packs if location.path.is_relative_to(pack.root)]
    return _title(max(around, key=lambda pack: len(pack.root.parts)), checked, base)


def _title(pack: PackFiles, checked: CheckedRules, base: Path) -> tuple[str, str]:
    for known in checked.rule_base.packs:
        if known.root == pack.root:
            return known.name, known.version
    return written_path(pack.root, base), ""
