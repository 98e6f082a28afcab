"""``framesage explain``: the reasons for a verdict, a trait or a rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.cli.console import print_lines
from framesage.cli.run import NO_FILES, check_paths
from framesage.cli.stdio import error
from framesage.explanation.explain import explain_rule, explain_trait
from framesage.report.terminal.explain_text import heading, project_lines
from framesage.report.terminal.explain_tree import rule_lines, tree_lines
from framesage.wording.unknown_names import not_found

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from rich.text import Text

    from framesage.advice.model import Assessment
    from framesage.rulebase.rule_base import RuleBase


def run(args: argparse.Namespace) -> int:
    """Print the explanation; return 2 on bad usage or invalid settings, else 0."""
    result = check_paths([args.path])
    if not result.assessments:
        if result.is_valid:
            error(NO_FILES)
        return 2
    explained = [
        assessment
        for assessment in result.assessments
        if _is_known(assessment.rule_base, args.rule, args.trait)
    ]
    if not explained:
        error(_unknown_id(result.assessments[0].rule_base, args.rule, args.trait))
        return 2
    for assessment in explained:
        print_lines(_lines(assessment, args.rule, args.trait))
    return 0 if result.is_valid else 2


def _is_known(rule_base: RuleBase, rule: str | None, trait: str | None) -> bool:
    """Return whether a project, which may have custom rules, knows the rule or trait."""
    if rule is not None:
        return rule in _rule_ids(rule_base)
    return trait is None or trait in rule_base.traits


def _unknown_id(rule_base: RuleBase, rule: str | None, trait: str | None) -> str:
    if rule:
        return not_found("rule", rule, _rule_ids(rule_base), rule_base)
    return not_found("trait", trait or "", rule_base.traits, rule_base)


def _rule_ids(rule_base: RuleBase) -> list[str]:
    return [*(rule.id for rule in rule_base.all_rules()), *BUILTIN_RULES]


def _lines(assessment: Assessment, rule: str | None, trait: str | None) -> Iterator[Text]:
    if rule is None and trait is None:
        yield from project_lines(assessment, Path.cwd())
        return
    yield heading(assessment, Path.cwd())
    if rule is not None:
        yield from rule_lines(explain_rule(assessment, rule), assessment.project)
    if trait is not None:
        yield from tree_lines(explain_trait(assessment, trait), assessment.project)
