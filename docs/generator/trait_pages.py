"""The page about a trait: what it means, what indicates it, and what depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.report.pages.model import (
    Page,
    Section,
    Snippet,
    Span,
    bullets,
    paragraph,
    spans,
)
from framesage.report.pages.rule_page import outline_of, reference_lines
from framesage.rulebase import symbols
from framesage.wording.conditions import ConditionWriter
from framesage.wording.reasons import strength_word
from generator.evidence import evidence_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.report.pages.model import Block, Line
    from framesage.rulebase.model import Derivation, Trait
    from framesage.rulebase.rule_base import RuleBase


def trait_page(trait: Trait, rule_base: RuleBase) -> Page:
    """Return the page about a trait."""
    return Page(trait.id, spans(f"{trait.title}."), tuple(_sections(trait, rule_base)))


def _sections(trait: Trait, base: RuleBase) -> Iterator[Section]:
    yield Section("What it means", (paragraph(trait.description),))
    if trait.question:
        question = trait.question
        answers = bullets(spans(f"Yes: {question.yes}"), spans(f"No: {question.no}"))
        asked = paragraph(f"{question.text} {question.help}")
        yield Section("The question", (paragraph("`framesage ask` asks:"), asked, answers))
    groups = [group for group in base.evidence if group.trait == trait.id]
    if groups:
        yield Section("Evidence", (evidence_list(groups, base.scale),))
    derivations = [found for found in base.derivations if found.trait == trait.id]
    if derivations:
        items = tuple(block for found in derivations for block in _derivation(found, base))
        yield Section("Follows from", items)
    used = list(_uses(trait, base))
    if used:
        yield Section("Used by", (bullets(*used),))
    toml = f"[tool.framesage.traits]\n{trait.id} = true"
    declared = paragraph("What you declare overrides all evidence; `false` denies the trait:")
    yield Section("How to declare it", (declared, Snippet("toml", toml)))
    references = tuple(reference_lines(trait.references, base.claims))
    yield Section("References", (bullets(*references),))


def _derivation(found: Derivation, base: RuleBase) -> Iterator[Block]:
    side = "against it" if found.against else "for it"
    strength = strength_word(found.strength, base.scale)
    yield paragraph(f"`{found.id}`, {strength} evidence {side}: {found.why} If:")
    yield outline_of(ConditionWriter(base).outline(found.condition), base)


def _uses(trait: Trait, base: RuleBase) -> Iterator[Line]:
    """Yield links to the rules, needs and traits that depend on a trait."""
    proposition = symbols.trait(trait.id)
    for rule in (*base.guidance.values(), *base.advice.values()):
        if proposition in rule.condition.propositions():
            yield (Span(rule.id, is_code=True, target=f"rule:{rule.id}"), Span(f": {rule.title}"))
    for need in base.needs.values():
        if trait.id in need.read_traits:
            yield (
                Span(need.id, is_code=True, target=f"battery:{need.id}"),
                Span(f": {need.title}"),
            )
    derived = dict.fromkeys(
        found.trait for found in base.derivations if proposition in found.condition.propositions()
    )
    for name in derived:
        title = base.traits[name].title
        yield (Span(name, is_code=True, target=f"trait:{name}"), Span(f": {title}"))
