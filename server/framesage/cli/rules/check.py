"""Check rules, and run their tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.rules.sources import load, sources_for
from framesage.cli.stdio import UsageError, error, write
from framesage.rulebase import load_rule_base

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from framesage.report.rule_results.model import CheckedRules
    from framesage.rulebase.packs.model import RuleSource


def check(args: argparse.Namespace) -> int:
    """Check rules; return 1 if there are issues, 2 if the rules are not found, else 0."""
    from framesage.report.rule_results.formats import check_text

    try:
        sources = () if args.builtin else sources_for(args.packs)
    except UsageError as reason:
        error(str(reason))
        return 2
    checked = _check(sources)
    write(check_text(checked, args.format, Path.cwd()))
    if any(not found.line for found in checked.errors):
        return 2
    concerns = checked.report and (checked.report.notes or checked.changes)
    return int(checked.failed or bool(args.strict and concerns))


def _check(sources: Sequence[RuleSource]) -> CheckedRules:
    from framesage.report.rule_results.model import CheckedRules
    from framesage.rule_checks.builtin_outcomes import changed_outcomes
    from framesage.rule_checks.report import check_added, check_builtin
    from framesage.rulebase.packs.find import find_packs
    from framesage.rulebase.packs.read import read_packs

    builtin = load_rule_base(whole=True)
    if not sources:
        return CheckedRules(builtin, check_builtin(builtin))
    loaded = load(sources)
    if loaded.errors:
        return CheckedRules(loaded.rule_base, errors=loaded.errors)
    packs, _ = read_packs(find_packs(sources)[0])
    files = [file for pack in packs for file in pack.files]
    return CheckedRules(
        loaded.rule_base,
        check_added(builtin, loaded.rule_base),
        tuple(pack.found for pack in packs),
        tuple(changed_outcomes(builtin, loaded.rule_base, files)),
    )
