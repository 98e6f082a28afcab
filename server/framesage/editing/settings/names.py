"""The names that settings can have at a path, and the values, each with its meaning.

A path is relative to ``[tool.framesage]``: ``()``, ``("traits",)``, ``("traits", "needs-auth")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES, FILE_RULES, SUPPRESSION_RULES
from framesage.frozen import frozen
from framesage.project.settings.schema import BOOLEAN, SETTINGS
from framesage.severity import MEANINGS
from framesage.wording.grammar import capitalize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase

Path = tuple[str, ...]


@frozen
class Meaning:
    """What a name means: in a line without markup, and more of it in Markdown."""

    title: str
    about: str = ""


def names_in(table: Path, rule_base: RuleBase) -> Mapping[str, Meaning]:
    """Return the keys that a table can have; none where it is not a table of the settings."""
    if not table:
        return {key.name: Meaning(key.description) for key in SETTINGS.values()}
    setting = SETTINGS.get(table[0])
    if setting is None or not setting.is_table:
        return {}
    if len(table) == setting.depth + 1:
        return {name: Meaning(key.description) for name, key in setting.keys.items()}
    if len(table) != setting.depth:
        return {}
    if setting.names == "trait":
        return {trait.id: _trait(trait) for trait in rule_base.traits.values()}
    return _rules(rule_base, with_guidance=setting.field == "severities")


def values_of(key: Path, rule_base: RuleBase) -> Mapping[str, Meaning]:
    """Return the values that a setting can have; none where it can be any text or a list."""
    setting = SETTINGS.get(key[0]) if key else None
    if setting is None or len(key) != 1 + setting.depth:
        return {}
    if setting.names == "framework":
        return {framework.id: Meaning(framework.title) for framework in rule_base.candidates}
    if setting.value_type is BOOLEAN:
        return _flags(key, setting.description, rule_base)
    return {choice: Meaning(MEANINGS[choice]) for choice in setting.choices}


def _flags(key: Path, description: str, rule_base: RuleBase) -> Mapping[str, Meaning]:
    trait = rule_base.traits.get(key[-1]) if len(key) > 1 else None
    if trait is None:
        return {"true": Meaning(description), "false": Meaning(description)}
    return {
        "true": Meaning(f"{capitalize(trait.words(True))}."),
        "false": Meaning(f"{capitalize(trait.words(False))}."),
    }


def _trait(trait: Trait) -> Meaning:
    question = trait.question
    if question is None:
        return Meaning(trait.title, trait.description)
    answers = f"- Yes, `true`: {question.yes}\n- No, `false`: {question.no}"
    return Meaning(trait.title, f"{trait.description}\n\n*{question.text}*\n\n{answers}")


def _rules(rule_base: RuleBase, *, with_guidance: bool) -> Mapping[str, Meaning]:
    """Return the rules that settings can name; guidance has no findings to ignore."""
    rules = {**rule_base.advice, **(rule_base.guidance if with_guidance else {})}
    meanings = {rule.id: Meaning(rule.title, rule.why) for rule in rules.values()}
    for name in sorted(FILE_RULES | SUPPRESSION_RULES):
        meanings[name] = Meaning(BUILTIN_RULES[name].title, BUILTIN_RULES[name].why)
    return meanings
