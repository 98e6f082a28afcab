"""The inference as a diagram, and all evidence as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.explain import explain_trait
from framesage.explanation.inference_graph import inference_graph
from framesage.report.html.components import reason_list
from framesage.report.html.diagram.boxes import BoxMaker
from framesage.report.html.diagram.highlight import Highlight
from framesage.report.html.diagram.selection import select
from framesage.report.html.diagram.svg import Diagram
from framesage.report.html.diagram.tree import Tree
from framesage.report.html.markup import Markup, tag
from framesage.wording.grammar import count_noun
from framesage.wording.reasons import traits_behind

if TYPE_CHECKING:
    from framesage.analysis.model import InferredTrait
    from framesage.explanation.inference_graph import Graph
    from framesage.report.html.components import Writer

MOST_REASONS = 6  # of a trait, before the others are folded
_LABEL = "From dependencies to traits to the verdict"
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
    parts = (selection, boxes, writer.assessment.rule_base.scale, Highlight(selection, [*boxes]))
    caption = tag(
        "figcaption", _caption(inferred, selection.hidden_traits), id=f"{writer.prefix}caption"
    )
    svg = Diagram(*parts).svg(_LABEL, f"{writer.prefix}caption")
    figure = tag("figure", svg, Tree(*parts).lists(_LABEL), caption)
    return writer.section("graph", "How the verdict was reached", figure)


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
    listed = tag("div", *traits, class_="traits")
    count = count_noun(len(traits), "trait")
    return writer.section("evidence", "Evidence for each trait", listed, folded=count)


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
    listed = reason_list(items, MOST_REASONS)
    return tag("article", head, listed if items else declared, class_="trait")


def _link(trait: str, writer: Writer) -> Markup:
    title = writer.assessment.rule_base.traits[trait].title
    listed = any(found.trait.id == trait for found in writer.assessment.traits)
    return tag("a", title, href=f"#{writer.prefix}{trait}") if listed else tag("span", title)
