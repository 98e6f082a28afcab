"""``framesage rules``: list the rules, show one, check ours and your own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.cli.streams import complain, write
from framesage.rulebase import RuleBaseError, load_rule_base
from framesage.rulebase.names import unknown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.rulebase.model import RuleBase


def run(args: argparse.Namespace) -> int:
    """Do what is asked; return 1 where a check finds something, 2 on bad usage."""
    if args.action == "check":
        return _check(args.paths)
    rule_base = load_rule_base()
    if args.action == "list":
        return _list(rule_base)
    return _show(rule_base, args.rule)


def _list(rule_base: RuleBase) -> int:
    from framesage.report.as_rules import list_lines

    _print(list_lines(rule_base))
    return 0


def _show(rule_base: RuleBase, name: str) -> int:
    from framesage.report.as_rules import rule_lines

    rules = {rule.id: rule for rule in rule_base.all_rules()}
    if name not in rules:
        complain(unknown("rule", name, rules))
        return 2
    _print(rule_lines(rules[name], rule_base))
    return 0


def _check(paths: Sequence[Path]) -> int:
    missing = [path for path in paths if not path.exists()]
    for path in missing:
        complain(f"{path}: no such file or folder")
    if missing:
        return 2
    try:
        rule_base = load_rule_base(tuple(path.absolute() for path in paths), whole=True)
    except RuleBaseError as error:
        _print(map(str, error.errors))
        return 1
    wrong = list(_wrongs(rule_base))
    _print(wrong or [_summary(rule_base)])
    return int(bool(wrong))


def _wrongs(rule_base: RuleBase) -> Iterator[str]:
    """Yield what looks wrong, and the rules' own tests that fail."""
    from framesage.advice.self_test import run_tests
    from framesage.rulebase.checks import verify

    yield from map(str, verify(rule_base))
    for outcome in run_tests(rule_base):
        if not outcome.passed:
            rule = outcome.rule
            line, column = rule.location.place
            does = "fires" if outcome.fired else "stays silent"
            test = f"{rule.id} {does} in its test '{outcome.test.name}'"
            yield f"{rule.location.path}:{line}:{column}: {test} [test]"


def _summary(rule_base: RuleBase) -> str:
    rules = [*rule_base.guidance.values(), *rule_base.advice.values()]
    tests = sum(len(rule.tests) for rule in rules)
    return f"Nothing wrong: {len(rules)} rules, {tests} tests of theirs, all as they want."


def _print(lines: Iterator[str] | Sequence[str]) -> None:
    for line in lines:
        write(f"{line}\n")
