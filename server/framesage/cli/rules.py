"""``framesage rules``: list, show and check rules."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import error, write
from framesage.rulebase import RuleBaseError, load_rule_base
from framesage.rulebase.names import unknown
from framesage.wording.grammar import count_noun

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.advice.rule_tests import Outcome
    from framesage.rulebase.packs.model import RuleSource
    from framesage.rulebase.rule_base import RuleBase


def run(args: argparse.Namespace) -> int:
    """List, show or check rules.

    Returns 1 if a check finds an error, 2 on bad usage or invalid rules, else 0.
    """
    if args.action == "check":
        return _check(args.paths or _custom_rules(Path()))
    if not args.project.exists():
        error(f"{args.project}: no such file or folder")
        return 2
    rule_base, is_valid = _rules_of(args.project)
    if args.action == "show" and not _show(rule_base, args.rule):
        return 2
    if args.action != "show":
        _list(rule_base, args.action)
    return 0 if is_valid else 2


def _rules_of(path: Path) -> tuple[RuleBase, bool]:
    """Return the rules of a project, and whether its custom rules could be loaded."""
    from framesage.report.locations import rule_error_text
    from framesage.rulebase.load import load_sources

    loaded = load_sources(_sources(path))
    for rule_error in loaded.errors:
        error(rule_error_text(rule_error, Path.cwd()))
    return loaded.rule_base, not loaded.errors


def _sources(path: Path) -> tuple[RuleSource, ...]:
    """Return the paths and packs that the settings of a project name."""
    from framesage.advice.rule_sources import rule_sources
    from framesage.project import Disk, find_settings, repository_root, resolve_settings

    folder = Path(os.path.abspath(path if path.is_dir() else path.parent))  # noqa: PTH100
    boundary = repository_root(folder, Disk(), Path.cwd())
    layer, _ = find_settings(folder, Disk(), boundary)
    return rule_sources(resolve_settings(layer), folder, boundary)


def _custom_rules(path: Path) -> tuple[Path, ...]:
    """Return the rule files and folders that the settings of a project name, and those of packs."""
    from framesage.rulebase.packs.find import find_packs

    found, _ = find_packs(_sources(path))
    return tuple(pack.root for pack in found)


def _list(rule_base: RuleBase, subject: str) -> None:
    from framesage.report.terminal.rules_text import list_lines, trait_lines

    _print((trait_lines if subject == "traits" else list_lines)(rule_base))


def _show(rule_base: RuleBase, name: str) -> bool:
    """Print a rule and return whether it exists."""
    from framesage.advice.builtin_rules import BUILTIN_RULES
    from framesage.report.terminal.rules_text import built_in_lines, rule_lines

    rules = {rule.id: rule for rule in rule_base.all_rules()}
    if name in BUILTIN_RULES:
        _print(built_in_lines(name))
    elif name in rules:
        _print(rule_lines(rules[name], rule_base))
    else:
        error(unknown("rule", name, [*rules, *BUILTIN_RULES]))
    return name in rules or name in BUILTIN_RULES


def _check(paths: Sequence[Path]) -> int:
    missing = [path for path in paths if not path.exists()]
    for path in missing:
        error(f"{path}: no such file or folder")
    if missing:
        return 2
    try:
        rule_base = load_rule_base(tuple(path.absolute() for path in paths), whole=True)
    except RuleBaseError as invalid:
        _print(map(str, invalid.errors))
        return 1
    errors = list(_check_errors(rule_base))
    _print(errors or [_summary(rule_base)])
    return int(bool(errors))


def _check_errors(rule_base: RuleBase) -> Iterator[str]:
    """Yield inconsistencies of the rule base and failed rule tests."""
    from framesage.advice.rule_tests import run_tests
    from framesage.rulebase.checks import find_issues

    yield from map(str, find_issues(rule_base))
    yield from (_failure(outcome) for outcome in run_tests(rule_base) if not outcome.passed)


def _failure(outcome: Outcome) -> str:
    rule = outcome.rule
    line, column = rule.location.line_column
    result = "fires unexpectedly" if outcome.fired else "does not fire"
    reason = "" if outcome.web else ": its project is not a web application"
    message = f"{rule.id} {result} in its test '{outcome.test.name}'{reason}"
    return f"{rule.location.path}:{line}:{column}: {message} [test]"


def _summary(rule_base: RuleBase) -> str:
    rules = [*rule_base.guidance.values(), *rule_base.advice.values()]
    tests = sum(len(rule.tests) for rule in rules)
    return f"All checks passed: {count_noun(len(rules), 'rule')}, {count_noun(tests, 'rule test')}."


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        write(f"{line}\n")
