"""The kits: what each framework includes and takes for the needs of this project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.kits import kits_by_need, kits_heading, kits_summary, kits_to_show
from framesage.report.html.components import fold, table
from framesage.report.html.markup import Markup, join, tag
from framesage.wording.grammar import capitalize, count_noun
from framesage.wording.kits import BY_HAND, CHOOSE, HERE, INCLUDED, alternatives_words

if TYPE_CHECKING:
    from framesage.explanation.kit_entries import KitEntry
    from framesage.explanation.kits import Kit
    from framesage.report.html.components import Writer
    from framesage.rulebase.framework_model import Framework


def kits(writer: Writer) -> Markup:
    """Return the counts and a table with a row for each need; nothing without needs."""
    found = kits_to_show(writer.assessment)
    rows = [_row(found, entries, writer) for entries in kits_by_need(found)]
    if not rows:
        return Markup()
    titles = [kit.framework.title for kit in found]
    counts = tag("p", kits_summary(found), class_="counts")
    shown = fold([f"All {count_noun(len(rows), 'need')}"], [table("", ("Need", *titles), rows)])
    return writer.section("kits", kits_heading(found), counts, shown)


def _row(kits: tuple[Kit, ...], entries: tuple[KitEntry | None, ...], writer: Writer) -> Markup:
    known = next(entry for entry in entries if entry)
    trait = tag("span", f"{known.found.trait.title} ({known.found.certainty})", class_="behind")
    cells = [_cell(kit.framework, entry, writer) for kit, entry in zip(kits, entries, strict=True)]
    return tag("tr", tag("th", capitalize(known.need), trait, scope="row"), *cells)


def _cell(framework: Framework, entry: KitEntry | None, writer: Writer) -> Markup:
    if entry is None:
        return tag("td", "–", data_head=framework.title)
    missing = framework == writer.assessment.framework.candidate and not entry.is_covered
    sign = "✓" if entry.is_covered else "○" if missing or entry.by_hand else "+"
    return tag(
        "td",
        tag("span", sign, class_="sign", aria_hidden="true"),
        _provision(entry),
        writer.locations(entry.locations),
        data_head=framework.title,
        class_=f"state {framework.id}" + " missing" * missing,
    )


def _provision(entry: KitEntry) -> Markup:
    """Return what the framework has for a need, with a link to a page about it; only a heading if
    the project requires a package for it."""
    if entry.included:
        included = join([f"{INCLUDED}: ", _link(tag("code", entry.included), entry)])
        return join([included, _instead(entry)])
    if entry.locations:
        return join([f"{HERE}: "])
    if entry.by_hand:
        return _link(tag("span", BY_HAND), entry)
    first, *others = entry.packages or entry.alternatives
    names = [_link(tag("code", first), entry), *(tag("code", name) for name in others)]
    packages = join(names, ", ")
    return join([f"{CHOOSE}: ", packages] if entry.is_choice else [packages, _instead(entry)])


def _instead(entry: KitEntry) -> Markup:
    words = alternatives_words(entry.alternatives)
    return tag("span", f" {words}", class_="behind") if words else Markup()


def _link(content: Markup, entry: KitEntry) -> Markup:
    return tag("a", content, href=entry.url) if entry.url else content
