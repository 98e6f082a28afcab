"""``framesage explain``: what is believed of a project, and why; why a rule speaks, or not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.cli.console import print_lines
from framesage.cli.run import check_paths
from framesage.cli.stdio import complain
from framesage.explanation.explain import explain_rule, explain_trait
from framesage.report.terminal.explain_text import heading, story_lines
from framesage.report.terminal.explain_tree import rule_lines, tree_lines
from framesage.rulebase.names import unknown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from rich.text import Text

    from framesage.advice.model import Assessment
    from framesage.rulebase.rule_base import RuleBase


def run(args: argparse.Namespace) -> int:
    """Print the explanation; return 2 on bad usage or settings, else 0."""
    checked = check_paths([args.path])
    if not checked.assessments:
        if checked.usable:
            complain("no dependency files found")
        return 2
    told = [one for one in checked.assessments if _knows(one, args.rule, args.trait)]
    if not told:
        complain(_unknown(checked.assessments[0].rule_base, args.rule, args.trait))
        return 2
    for assessment in told:
        print_lines(_lines(assessment, args.rule, args.trait))
    return 0 if checked.usable else 2


def _knows(assessment: Assessment, rule: str | None, trait: str | None) -> bool:
    """Tell whether the names mean something in a project; it can have rules of its own."""
    base = assessment.rule_base
    return (rule is None or rule in _rules(base)) and (trait is None or trait in base.traits)


def _unknown(base: RuleBase, rule: str | None, trait: str | None) -> str:
    if rule:
        return f"{unknown('rule', rule, _rules(base))}; `framesage rules list` has them all"
    words = unknown("trait", trait or "", base.traits)
    return f"{words}; `framesage rules traits` has them all"


def _rules(base: RuleBase) -> list[str]:
    return [*(one.id for one in base.all_rules()), *BUILTIN_RULES]


def _lines(assessment: Assessment, rule: str | None, trait: str | None) -> Iterator[Text]:
    root = assessment.project.root
    if rule is None and trait is None:
        yield from story_lines(assessment, Path.cwd())
        return
    yield heading(assessment, Path.cwd())
    if rule is not None:
        yield from rule_lines(explain_rule(assessment, rule), root)
    if trait is not None:
        yield from tree_lines(explain_trait(assessment, trait), root)
