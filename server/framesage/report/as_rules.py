"""Rules for people at a terminal: a table of all of them, and one in full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.rulebase.model import Derivation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.model import Rule, RuleBase

_NEXT_KEY = re.compile(r"\s*(?:[\w-]+\s*=|\[\[?[\w.-]+\]|$)")


def list_lines(rule_base: RuleBase) -> Iterator[str]:
    """Yield a line for each rule of guidance and of advice: id, what it concludes, title."""
    rules = [*rule_base.guidance.values(), *rule_base.advice.values()]
    widest = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        yield f"{rule.id:<{widest}}  {_conclusion(rule):<14}  {rule.title}"


def _conclusion(rule: Rule) -> str:
    return f"favors {rule.favors}" if rule.favors else rule.level


def rule_lines(rule: Rule | Derivation, rule_base: RuleBase) -> Iterator[str]:
    """Yield all there is to know of a rule."""
    yield rule.id
    yield ""
    if isinstance(rule, Derivation):
        verb = "speaks against" if rule.against else "speaks for"
        yield f"Says      {verb} the trait {rule.trait}, with strength {rule.strength}"
    elif rule.favors:
        yield f"Title     {rule.title}"
        yield f"Says      favors {rule.favors}, with strength {rule.weight}"
    else:
        yield f"Title     {rule.title}"
        yield f"Says      {rule.level}: {rule.message}"
    yield f"Why       {rule.why}"
    yield f"When      {_condition(rule)}"
    for reference in rule.references:
        yield f"Source    {reference_words(reference, rule_base)}"
    yield f"Written   {rule.location.path}:{rule.location.line}"


def reference_words(reference: str, rule_base: RuleBase) -> str:
    """Return a source in words: a claim of the guidance, or the address of a page."""
    claim = rule_base.claims.get(reference.removeprefix("guide:"))
    return f"{claim.id} of the guidance: {claim.text}" if claim else reference


def _condition(rule: Rule | Derivation) -> str:
    """Return the condition as it is written in the rule's file."""
    lines = rule.location.path.read_text(encoding="utf-8").splitlines()
    first = rule.location.at("when").line - 1
    text = lines[first].partition("=")[2].strip()
    for line in lines[first + 1 :]:
        if _NEXT_KEY.match(line):
            break
        text += f" {line.strip()}"
    return text
