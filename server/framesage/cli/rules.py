"""``framesage rules``: list the rules, show one, check ours and your own."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import complain, write
from framesage.rulebase import RuleBaseError, load_rule_base
from framesage.rulebase.names import unknown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from framesage.rulebase.rule_base import RuleBase


def run(args: argparse.Namespace) -> int:
    """Do what is asked; return 1 where a check finds something, 2 on bad usage or settings."""
    if args.action == "check":
        return _check(args.paths or _own_rules(Path()))
    if not args.project.exists():
        complain(f"{args.project}: no such file or folder")
        return 2
    rule_base, usable = _rules_around(args.project)
    if args.action == "show" and not _show(rule_base, args.rule):
        return 2
    if args.action != "show":
        _list(rule_base, args.action)
    return 0 if usable else 2


def _rules_around(path: Path) -> tuple[RuleBase, bool]:
    """Return the rules for a project, its own among them, and whether those could be used."""
    try:
        return load_rule_base(_own_rules(path)), True
    except RuleBaseError as error:
        for one in error.errors:
            complain(str(one))
        return load_rule_base(), False


def _own_rules(path: Path) -> tuple[Path, ...]:
    """Return the files and folders of rules that a project's settings name."""
    from framesage.project import Disk, find_settings, repository_root, resolve_settings

    folder = Path(os.path.abspath(path if path.is_dir() else path.parent))  # noqa: PTH100
    stated, _ = find_settings(folder, Disk(), repository_root(folder, Disk(), Path.cwd()))
    return tuple(map(Path, resolve_settings(stated).rule_paths))


def _list(rule_base: RuleBase, what: str) -> None:
    from framesage.report.terminal.rules_text import list_lines, trait_lines

    _print((trait_lines if what == "traits" else list_lines)(rule_base))


def _show(rule_base: RuleBase, name: str) -> bool:
    """Print a rule; return whether there is one of this name."""
    from framesage.advice.builtin_rules import BUILTIN_RULES
    from framesage.report.terminal.rules_text import built_in_lines, rule_lines

    rules = {rule.id: rule for rule in rule_base.all_rules()}
    if name in BUILTIN_RULES:
        _print(built_in_lines(name))
    elif name in rules:
        _print(rule_lines(rules[name], rule_base))
    else:
        complain(unknown("rule", name, [*rules, *BUILTIN_RULES]))
    return name in rules or name in BUILTIN_RULES


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
    from framesage.advice.rule_tests import run_tests
    from framesage.rulebase.checks import verify

    yield from map(str, verify(rule_base))
    for outcome in run_tests(rule_base):
        if not outcome.passed:
            rule = outcome.rule
            line, column = rule.location.line_column
            does = "fires" if outcome.fired else "stays silent"
            test = f"{rule.id} {does} in its test '{outcome.test.name}'"
            why = "" if outcome.web else ", which gives no web application: nothing is said there"
            yield f"{rule.location.path}:{line}:{column}: {test}{why} [test]"


def _summary(rule_base: RuleBase) -> str:
    rules = [*rule_base.guidance.values(), *rule_base.advice.values()]
    tests = sum(len(rule.tests) for rule in rules)
    return f"Nothing wrong: {len(rules)} rules, {tests} tests of theirs, all as they want."


def _print(lines: Iterator[str] | Sequence[str]) -> None:
    for line in lines:
        write(f"{line}\n")
