"""The page about a need: which traits bring it about, and what each framework has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.report.pages.model import (
    Page,
    Paragraph,
    Section,
    Snippet,
    Span,
    bullets,
    paragraph,
    spans,
)
from framesage.wording.grammar import capitalize, join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.report.pages.model import Line
    from framesage.rulebase.need_model import Cause, Need, Provision
    from framesage.rulebase.rule_base import RuleBase


def battery_page(need: Need, base: RuleBase) -> Page:
    """Return the page about a need."""
    return Page(need.id, spans(f"{capitalize(need.title)}."), tuple(_sections(need, base)))


def provided(provision: Provision | None) -> str:
    """Return in a few words what a framework has for a need."""
    if provision is None:
        return "nothing"
    if provision.included:
        return f"included: `{provision.included}`"
    if provision.by_hand:
        return "written by hand"
    return _names(provision.packages or provision.choices) or "nothing"


def _sections(need: Need, base: RuleBase) -> Iterator[Section]:
    causes = bullets(*(tuple(_cause(cause, base)) for cause in need.causes))
    yield Section("When a project needs it", (causes,))
    for framework in base.candidates:
        lines = tuple(_provision(need.provisions.get(framework.id)))
        yield Section(f"With {framework.title}", (bullets(*lines),))
    if need.covered_by:
        covers = (
            Span("Packages that are evidence for "),
            _trait(need.covered_by),
            Span(" cover it, too"),
            Span(
                f", but not {join_words(need.not_covered_by, 'or')}."
                if need.not_covered_by
                else "."
            ),
        )
        yield Section("Other packages", (Paragraph(covers),))
    yield Section("Add your own package", tuple(_extension(need)))


def _cause(cause: Cause, base: RuleBase) -> Iterator[Span]:
    yield Span(f"{base.traits[cause.trait].title} ")
    yield _trait(cause.trait)
    for words, traits in ((" together with ", cause.others), (" unless ", cause.unless)):
        for number, name in enumerate(traits):
            yield Span(" and " if number else words)
            yield _trait(name)


def _trait(name: str) -> Span:
    return Span(name, is_code=True, target=f"trait:{name}")


def _provision(provision: Provision | None) -> Iterator[Line]:
    yield spans(f"To start with: {provided(provision)}.")
    if provision is None:
        return
    for words, names in (
        ("A choice of", provision.choices),
        ("Alternatives", provision.alternatives),
        ("Also covers it", provision.also),
        ("Duplicates what is included", provision.duplicates),
    ):
        if names:
            yield spans(f"{words}: {_names(names)}.")
    if provision.docs:
        yield (Span("Documentation: "), Span(provision.docs, target=provision.docs))


def _extension(need: Need) -> Iterator[Paragraph | Snippet]:
    yield paragraph("In a rule file of your own, if a package of yours covers this need:")
    yield Snippet("toml", f'[[extend]]\nbattery = "{need.id}"\npackages = ["acme-package"]')


def _names(packages: Iterable[str]) -> str:
    return join_words([f"`{name}`" for name in packages])
