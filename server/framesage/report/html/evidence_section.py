"""The inference as a diagram, and all evidence as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.explain import explain_trait
from framesage.explanation.inference_graph import inference_graph
from framesage.report.html.diagram.boxes import BoxMaker
from framesage.report.html.diagram.selection import select
from framesage.report.html.diagram.svg import Diagram
from framesage.report.html.markup import Markup, join, tag
from framesage.wording.grammar import count_noun
from framesage.wording.reasons import traits_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import InferredTrait
    from framesage.explanation.inference_graph import Graph
    from framesage.report.html.components import Writer

MOST_REASONS, FEW = 6, 2  # reasons of a trait before the rest is folded, unless they are few
_CAPTION = (
    "From {sources} through the inferred traits to the framework that they favor. "
    "Thicker lines are stronger evidence, dashed lines are evidence against. "
)
_FILES, _NAMES = "the dependency files", "the names of the project's files"


def graph(writer: Writer) -> Markup:
    """Return the diagram; nothing if nothing was inferred."""
    inferred = inference_graph(writer.assessment)
    if not inferred.links:
        return Markup()
    selection = select(inferred)
    maker = BoxMaker(writer.assessment, writer.paging, writer.prefix)
    boxes = dict(maker.boxes(inferred, selection))
    svg = Diagram(selection, boxes, writer.assessment.rule_base.scale).svg(
        "From dependencies to traits to the verdict", f"{writer.prefix}caption"
    )
    scroll = tag("div", svg, class_="scroll", tabindex=0, role="region", aria_label="Diagram")
    caption = tag(
        "figcaption", _caption(inferred, selection.hidden_traits), id=f"{writer.prefix}caption"
    )
    return writer.section("graph", "How the verdict was reached", tag("figure", scroll, caption))


def _caption(inferred: Graph, hidden_traits: int) -> str:
    observations = inferred.observations
    located = all(observation.locations for observation in observations)
    caption = _CAPTION.format(sources=_FILES if located else f"{_FILES} and {_NAMES}")
    more = f" and {count_noun(hidden_traits, 'more trait')}" if hidden_traits else ""
    evidence = f"all evidence ({count_noun(len(observations), 'observation')})"
    return f"{caption}The list below has {evidence}{more}."


def evidence(writer: Writer) -> Markup:
    """Return every trait that is believed, with the evidence for and against it."""
    traits = [_trait(found, writer) for found in writer.assessment.traits]
    if not traits:
        return Markup()
    return writer.section(
        "evidence", "Evidence for each trait", tag("div", *traits, class_="traits")
    )


def _trait(found: InferredTrait, writer: Writer) -> Markup:
    statements = explain_trait(writer.assessment, found.trait.id).parts
    reasons = (*found.conclusion.supporting, *found.conclusion.opposing)
    items = [
        writer.reason(statement, [_link(trait, writer) for trait in traits_behind(reason)])
        for reason, statement in zip(reasons, statements, strict=True)
    ]
    certainty = found.certainty if found.certainty == "declared" else f"{found.certainty} certainty"
    heading = tag(f"h{writer.level + 1}", found.trait.title, id=f"{writer.prefix}{found.trait.id}")
    head = tag(
        "div", heading, tag("span", certainty, class_=f"certainty {found.certainty}"), class_="head"
    )
    declared = tag("p", "Declared in the settings.", class_="none")
    shown = len(items) if len(items) <= MOST_REASONS + FEW else MOST_REASONS
    listed = join([_list(items[:shown]), _more(items[shown:])])
    return tag("article", head, listed if items else declared, class_="trait")


def _list(items: Sequence[str]) -> Markup:
    return tag("ul", join(items), class_="reasons")


def _more(items: Sequence[str]) -> Markup:
    """Return the weaker reasons, folded."""
    if not items:
        return Markup()
    return tag("details", tag("summary", f"{len(items)} more"), _list(items))


def _link(trait: str, writer: Writer) -> Markup:
    title = writer.assessment.rule_base.traits[trait].title
    listed = any(found.trait.id == trait for found in writer.assessment.traits)
    return tag("a", title, href=f"#{writer.prefix}{trait}") if listed else tag("span", title)
