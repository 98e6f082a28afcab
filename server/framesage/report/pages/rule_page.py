"""The page about a rule: what it reports, why, when, an example, and how to silence it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES, UNUSABLE_INPUT
from framesage.report.pages.address import source_target
from framesage.report.pages.example_text import about, toml_of
from framesage.report.pages.examples import choose_example, silent_test
from framesage.report.pages.model import (
    Bullets,
    Item,
    Page,
    Paragraph,
    Section,
    Snippet,
    Span,
    bullets,
    paragraph,
    spans,
)
from framesage.report.pages.silencing import silencing
from framesage.severity import MEANINGS
from framesage.wording.conditions import ConditionWriter
from framesage.wording.reasons import strength_word
from framesage.wording.references import cited_claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from framesage.report.pages.examples import Example
    from framesage.report.pages.model import Line
    from framesage.rulebase.model import Claim, Rule, RuleTest
    from framesage.rulebase.rule_base import RuleBase
    from framesage.wording.statement import Statement

_AT = {
    "framework": "at the requirement of the framework",
    "head": "at the head of the list of requirements",
    "matches": "at each requirement that the condition is about",
    "first-match": "at the first requirement that the condition is about",
}


def rule_page(name: str, rule_base: RuleBase) -> Page:
    """Return the page about a rule of guidance or advice or a built-in one.

    A rule base that was loaded as a whole has the tests, and with them the examples. Raises
    KeyError for an unknown rule.
    """
    if name in BUILTIN_RULES:
        return _built_in_page(name)
    return page_of({**rule_base.guidance, **rule_base.advice}[name], rule_base)


def page_of(rule: Rule, rule_base: RuleBase) -> Page:
    """Return the page about a rule of guidance or advice, with examples from its tests."""
    return Page(rule.id, spans(f"{rule.title}."), tuple(_sections(rule, rule_base)))


def outline_of(statements: Iterable[Statement], rule_base: RuleBase) -> Bullets:
    """Return the parts of a condition as a list, with links to the traits."""
    return Bullets(tuple(_item(statement, rule_base) for statement in statements))


def reference_lines(references: Iterable[str], claims: Mapping[str, Claim]) -> Iterator[Line]:
    """Yield a line for each reference: a claim of the guidance, or a link to a page."""
    for reference in references:
        claim = cited_claim(reference, claims)
        words = f"Guidance {claim.id}: {claim.text}" if claim else ""
        yield spans(words) if claim else (Span(reference, target=reference),)


def _sections(rule: Rule, rule_base: RuleBase) -> Iterator[Section]:
    what = _favors(rule, rule_base) if rule.favors else _reports(rule)
    yield Section("What it does", tuple(what))
    yield Section("Why", (paragraph(rule.why),))
    outline = outline_of(ConditionWriter(rule_base).outline(rule.condition), rule_base)
    yield Section("When it applies", (paragraph("If all of this is so:"), outline))
    yield from _examples(rule, rule_base)
    yield Section("How to silence it", tuple(silencing(rule)))
    lines = (*reference_lines(rule.references, rule_base.claims), _definition(rule))
    yield Section("References", (bullets(*lines),))


def _definition(rule: Rule) -> Line:
    path, line = rule.location.path, rule.location.line
    return (Span("Defined in "), Span(path.name, target=source_target(path, line)))


def _favors(rule: Rule, rule_base: RuleBase) -> Iterator[Paragraph]:
    framework = rule_base.frameworks[rule.favors].title
    strength = strength_word(rule.strength, rule_base.scale)
    yield paragraph(f"Is a {strength} reason for {framework} in the verdict.")
    if rule.group:
        shared = "Rules of the same group are one reason in several words, and count less together."
        yield paragraph(f"Group: `{rule.group}`. {shared}")


def _reports(rule: Rule) -> Iterator[Paragraph | Snippet]:
    yield paragraph(f"Reports, {_AT.get(rule.at, _AT['matches'])}:")
    yield Snippet("text", rule.message)
    yield paragraph(f"Severity: `{rule.severity}`. {MEANINGS[rule.severity]}")
    if rule.of_any_project:
        yield paragraph("It is about every project, not only about web applications.")
    if rule.fix:
        yield paragraph(_fix_words(rule))


def _fix_words(rule: Rule) -> str:
    if rule.fix and rule.fix.add:
        return f"A quick fix adds `{rule.fix.add}`."
    if rule.fix and rule.fix.require:
        return "A quick fix requires a version that the rule does not report."
    return "A quick fix removes the requirement, and so does `framesage check --fix`."


def _item(statement: Statement, rule_base: RuleBase) -> Item:
    parts = tuple(_item(part, rule_base) for part in statement.parts)
    return Item(tuple(_with_traits(statement.text, rule_base)), parts)


def _with_traits(text: str, rule_base: RuleBase) -> Iterator[Span]:
    """Yield a text in which ``[TRAIT]`` becomes a link to the page about the trait."""
    before, opened, rest = text.partition("[")
    trait, closed, after = rest.partition("]")
    yield Span(before)
    if closed and trait in rule_base.traits:
        yield Span(trait, is_code=True, target=f"trait:{trait}")
        yield Span(after)
    else:
        yield Span(opened + rest)


def _examples(rule: Rule, rule_base: RuleBase) -> Iterator[Section]:
    example = choose_example(rule, rule_base)
    if example:
        yield Section("Example", tuple(_example(example)))
    if example and example.remedy:
        remedy = Snippet("toml", example.remedy)
        yield Section("Use instead", (paragraph(f"The quick fix “{example.fix}” writes:"), remedy))
    silent = silent_test(rule, example.test if example else None)
    if silent:
        yield Section("Where it does not apply", tuple(_project(silent)))


def _example(example: Example) -> Iterator[Paragraph | Snippet]:
    yield from _project(example.test)
    if example.messages:
        yield paragraph("Framesage reports:")
        yield Snippet("text", "\n".join(example.messages))


def _project(test: RuleTest) -> Iterator[Paragraph | Snippet]:
    yield paragraph(about(test))
    yield Snippet("toml", toml_of(test))


def _built_in_page(name: str) -> Page:
    rule = BUILTIN_RULES[name]
    severity = str(rule.severity)
    what = (
        paragraph(f"Reports: {rule.title.lower()}."),
        paragraph(f"Severity: `{severity}`. {MEANINGS[severity]}"),
    )
    sections = [Section("What it does", what), Section("Why", (paragraph(rule.why),))]
    sections.append(Section("What to do", (paragraph(rule.remedy),)))
    if name not in UNUSABLE_INPUT:
        off = Snippet("toml", f'[tool.framesage.rules]\n{name} = "off"')
        sections.append(Section("How to silence it", (paragraph("Switch it off:"), off)))
    return Page(name, spans(f"{rule.title}."), tuple(sections))
