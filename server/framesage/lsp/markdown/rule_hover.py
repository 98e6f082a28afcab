"""Markdown for hovers on findings and ignore comments: why a rule exists, and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.lsp.markdown.trusted import prose, source_link
from framesage.rulebase.vocabulary import GUIDE
from framesage.text import LONGEST_LABEL, in_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.advice.model import Finding
    from framesage.advice.suppressions import Suppression
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase

MOST_SOURCES = 2


def finding_text(finding: Finding, rule_base: RuleBase, link: str = "") -> str:
    """Return the explanation of a finding's rule and ``link``, which is Markdown that opens the
    rule's page; "" for a built-in rule."""
    rule = rule_base.advice.get(finding.rule)
    if rule is None:
        return ""
    text = rule_text(rule, rule_base, finding.references)
    return f"{text}  \n{link}" if link else text


def ignore_text(ignore: Suppression, rule_base: RuleBase) -> str:
    """Return the explanation of the rule that an ignore names, and when the ignore expires."""
    rule = rule_base.advice.get(ignore.rule)
    text = rule_text(rule, rule_base, rule.references) if rule else _without_rule(ignore)
    until = ignore.expires()
    return f"{text}\n\nIgnored until {until}." if until else text


def _without_rule(ignore: Suppression) -> str:
    if ignore.rule:
        return prose(f"There is no rule `{in_one_line(ignore.rule, LONGEST_LABEL)}`.")
    return "All rules are ignored here. To ignore only some, name them: `ignore[rule-id]`."


def rule_text(rule: Rule, rule_base: RuleBase, references: Sequence[str]) -> str:
    """Return a rule's title, its explanation and a few pages about it, or else claims.

    The message and the id are left out: editors show them with the finding.
    """
    pages = [reference for reference in references if not reference.startswith(GUIDE)]
    shown = (pages or references)[:MOST_SOURCES]
    sources = "; ".join(source_link(reference, rule_base.claims) for reference in shown)
    why = f"**{prose(rule.title)}**: {prose(rule.why)}"
    return f"{why}\n\n*{'Sources' if len(shown) > 1 else 'Source'}:* {sources}" if shown else why
