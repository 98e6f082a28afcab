"""Rules for a terminal: a list of all rules, and one rule in full."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.rulebase.model import Derivation
from framesage.wording.references import reference_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


def list_lines(rule_base: RuleBase) -> Iterator[str]:
    """Yield a line for each rule of guidance and advice and each built-in rule: id, conclusion,
    title."""
    rules = [*rule_base.guidance.values(), *rule_base.advice.values()]
    rows = [(rule.id, _conclusion(rule), _title(rule, rule_base)) for rule in rules]
    rows += [
        (name, str(built_in.severity), built_in.title) for name, built_in in BUILTIN_RULES.items()
    ]
    widest = max(len(name) for name, _, _ in rows)
    for name, conclusion, title in rows:
        yield f"{name:<{widest}}  {conclusion:<14}  {title}"


def _title(rule: Rule, rule_base: RuleBase) -> str:
    pack = rule_base.pack_of(rule.location)
    return f"{rule.title} (pack {pack.name})" if pack else rule.title


def trait_lines(rule_base: RuleBase) -> Iterator[str]:
    """Yield a line for each trait: id, title, description."""
    traits = rule_base.traits.values()
    widest = max((len(trait.id) for trait in traits), default=0)
    for trait in traits:
        yield f"{trait.id:<{widest}}  {trait.title}. {trait.description}"


def built_in_lines(name: str) -> Iterator[str]:
    """Yield the whole description of a built-in rule."""
    built_in = BUILTIN_RULES[name]
    yield name
    yield ""
    yield f"Title     {built_in.title}"
    yield f"Severity  {built_in.severity}"
    yield f"Why       {built_in.why} {built_in.remedy}"
    yield "Defined   built in"


def _conclusion(rule: Rule) -> str:
    return f"favors {rule.favors}" if rule.favors else rule.severity


def rule_lines(rule: Rule | Derivation, rule_base: RuleBase) -> Iterator[str]:
    """Yield the whole description of a rule."""
    yield rule.id
    yield ""
    if isinstance(rule, Derivation):
        support = "against" if rule.against else "for"
        yield f"Evidence  {support} {rule.trait}, strength {rule.strength}"
    elif rule.favors:
        yield f"Title     {rule.title}"
        group = f", group {rule.group}" if rule.group else ""
        yield f"Favors    {rule.favors}, strength {rule.strength}{group}"
    else:
        yield f"Title     {rule.title}"
        yield f"Severity  {rule.severity}"
        yield f"Message   {rule.message}"
    yield f"Why       {rule.why}"
    yield f"When      {_condition(rule)}"
    for reference in rule.references:
        yield f"Source    {reference_words(reference, rule_base.claims)}"
    pack = rule_base.pack_of(rule.location)
    if pack:
        yield f"Pack      {pack.title}{': ' if pack.description else ''}{pack.description}"
    yield f"Defined   {rule.location.path}:{rule.location.line}"
    kind = "derivation" if isinstance(rule, Derivation) else "rule"
    changed = rule_base.locations.get(f"override:{kind}:{rule.id}")
    if changed:
        yield f"Changed   {changed.path}:{changed.line}"


def _condition(rule: Rule | Derivation) -> str:
    """Return the condition as its file has it with the file's defaults, on one line."""
    import tomli

    from framesage.rulebase.readers.rules import with_defaults

    location = rule.location.at("when")
    document: Any = tomli.loads(location.path.read_text(encoding="utf-8-sig"))
    when = document
    for key in location.keys:
        when = when[key]
    is_rule = not isinstance(rule, Derivation)
    return _inline(with_defaults(when, document.get("defaults", {}) if is_rule else {}))


def _inline(value: object) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_inline(item)}' for key, item in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value, ensure_ascii=False)  # valid in TOML, too
