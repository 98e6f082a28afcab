"""List and show rules and traits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.rules.sources import sources_of
from framesage.cli.stdio import error, write
from framesage.rulebase.load import load_sources
from framesage.text import printed
from framesage.wording.unknown_names import not_found

if TYPE_CHECKING:
    import argparse

    from framesage.rulebase.rule_base import RuleBase


def list_or_show(args: argparse.Namespace) -> int:
    """List rules or traits, or show a rule; return 2 on bad usage or invalid rules, else 0."""
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

    loaded = load_sources(sources_of(path))
    for rule_error in loaded.errors:
        error(rule_error_text(rule_error, Path.cwd()))
    return loaded.rule_base, not loaded.errors


def _list(rule_base: RuleBase, subject: str) -> None:
    from framesage.report.terminal.rules_text import list_lines, trait_lines

    write(printed((trait_lines if subject == "traits" else list_lines)(rule_base)))


def _show(rule_base: RuleBase, name: str) -> bool:
    """Print a rule and return whether it exists."""
    from framesage.advice.builtin_rules import BUILTIN_RULES
    from framesage.report.terminal.rules_text import built_in_lines, rule_lines

    rules = {rule.id: rule for rule in rule_base.all_rules()}
    if name in BUILTIN_RULES:
        write(printed(built_in_lines(name)))
    elif name in rules:
        write(printed(rule_lines(rules[name], rule_base)))
    else:
        error(not_found("rule", name, [*rules, *BUILTIN_RULES], rule_base))
    return name in rules or name in BUILTIN_RULES
