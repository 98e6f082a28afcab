"""Rules for people at a terminal: a table of all of them, and one in full."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.rulebase.model import Derivation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


def list_lines(rule_base: RuleBase) -> Iterator[str]:
    """Yield a line for each rule of guidance and of advice, and for each that is in no file: id,
    what it concludes, title."""
    rules = [*rule_base.guidance.values(), *rule_base.advice.values()]
    rows = [(rule.id, _conclusion(rule), rule.title) for rule in rules]
    rows += [(name, str(one.severity), one.title) for name, one in BUILTIN_RULES.items()]
    widest = max(len(name) for name, _, _ in rows)
    for name, conclusion, title in rows:
        yield f"{name:<{widest}}  {conclusion:<14}  {title}"


def trait_lines(rule_base: RuleBase) -> Iterator[str]:
    """Yield a line for each trait: id, title, meaning."""
    traits = rule_base.traits.values()
    widest = max((len(trait.id) for trait in traits), default=0)
    for trait in traits:
        yield f"{trait.id:<{widest}}  {trait.title}. {trait.description}"


def built_in_lines(name: str) -> Iterator[str]:
    """Yield all there is to know of a rule that is in no file."""
    ours = BUILTIN_RULES[name]
    yield name
    yield ""
    yield f"Title     {ours.title}"
    yield f"Says      {ours.severity}, at each location"
    yield f"Why       {ours.why} {ours.remedy}"
    yield "Written   in Framesage itself: no file of rules has it"


def _conclusion(rule: Rule) -> str:
    return f"favors {rule.favors}" if rule.favors else rule.severity


def rule_lines(rule: Rule | Derivation, rule_base: RuleBase) -> Iterator[str]:
    """Yield all there is to know of a rule."""
    yield rule.id
    yield ""
    if isinstance(rule, Derivation):
        verb = "speaks against" if rule.against else "speaks for"
        yield f"Says      {verb} the trait {rule.trait}, with strength {rule.strength}"
    elif rule.favors:
        yield f"Title     {rule.title}"
        yield f"Says      favors {rule.favors}, with strength {rule.strength}"
    else:
        yield f"Title     {rule.title}"
        yield f"Says      {rule.severity}: {rule.message}"
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
    """Return the condition as the rule's file has it, on one line and without comments."""
    import tomli

    location = rule.location.at("when")
    found: Any = tomli.loads(location.path.read_text(encoding="utf-8-sig"))
    for key in location.keys:
        found = found[key]
    return _inline(found)


def _inline(value: object) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_inline(one)}' for key, one in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value, ensure_ascii=False)  # which TOML reads the same way
