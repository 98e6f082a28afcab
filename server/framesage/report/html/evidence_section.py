"""The inference as a picture, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.explain import explain_trait
from framesage.explanation.inference_graph import inference_graph, traits_behind
from framesage.report.html.diagram.boxes import BoxMaker
from framesage.report.html.diagram.selection import picture
from framesage.report.html.diagram.svg import Drawing
from framesage.report.html.markup import Markup, join, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import InferredTrait
    from framesage.explanation.inference_graph import Graph
    from framesage.report.html.components import Writer

MOST_REASONS, FEW = 6, 2  # reasons of a trait that are not folded; so few more are not worth it
_CAPTION = (
    "From {seen}, over what they show, to what that speaks for. "
    "Thicker is stronger, dashed speaks against. "
)
_LINES, _NAMES = "the lines of the dependency files", "the names of the project's files"


def graph(writer: Writer) -> Markup:
    """Return the picture; nothing where nothing was inferred."""
    found = inference_graph(writer.assessment)
    if not found.links:
        return Markup()
    drawn = picture(found)
    boxes = dict(BoxMaker(writer.assessment, writer.paging, writer.prefix).boxes(found, drawn))
    svg = Drawing(drawn, boxes, writer.assessment.rule_base.scale).svg(
        "From lines to traits to the verdict", f"{writer.prefix}caption"
    )
    scroll = tag("div", svg, class_="scroll", tabindex=0, role="region", aria_label="Picture")
    caption = tag("figcaption", _caption(found, drawn.left_out), id=f"{writer.prefix}caption")
    return writer.section("graph", "How it follows", tag("figure", scroll, caption))


def _caption(found: Graph, left_out: int) -> str:
    lines = len(found.facts)
    more = f" and {left_out} more trait{'s' * (left_out > 1)}" if left_out else ""
    evidence = f"All {lines} pieces" if lines > 1 else "The one piece"
    named = all(one.locations for one in found.facts)
    caption = _CAPTION.format(seen=_LINES if named else f"{_LINES} and {_NAMES}")
    return f"{caption}{evidence} of evidence{more} {_be(lines, left_out)} listed below."


def _be(*numbers: int) -> str:
    return "is" if sum(numbers) == 1 else "are"


def evidence(writer: Writer) -> Markup:
    """Return every trait that seems true with what speaks for and against it."""
    traits = [_trait(one, writer) for one in writer.assessment.traits]
    if not traits:
        return Markup()
    return writer.section("evidence", "What the lines show", tag("div", *traits, class_="traits"))


def _trait(found: InferredTrait, writer: Writer) -> Markup:
    steps = explain_trait(writer.assessment, found.trait.id).parts
    known = (*found.conclusion.supporting, *found.conclusion.opposing)
    reasons = [
        writer.reason(step, (), [_link(trait, writer) for trait in traits_behind(reason)])
        for reason, step in zip(known, steps, strict=True)
    ]
    certainty = found.certainty if found.certainty == "declared" else f"{found.certainty} certainty"
    heading = tag(f"h{writer.level + 1}", found.trait.title, id=f"{writer.prefix}{found.trait.id}")
    head = tag(
        "div", heading, tag("span", certainty, class_=f"level {found.certainty}"), class_="head"
    )
    declared = tag("p", "As the settings say.", class_="none")
    shown = len(reasons) if len(reasons) <= MOST_REASONS + FEW else MOST_REASONS
    listed = join([_list(reasons[:shown]), _more(reasons[shown:])])
    return tag("article", head, listed if reasons else declared, class_="trait")


def _list(reasons: Sequence[str]) -> Markup:
    return tag("ul", join(reasons), class_="reasons")


def _more(reasons: Sequence[str]) -> Markup:
    """Return the weaker reasons, folded."""
    if not reasons:
        return Markup()
    return tag("details", tag("summary", f"and {len(reasons)} more"), _list(reasons))


def _link(trait: str, writer: Writer) -> Markup:
    title = writer.assessment.rule_base.traits[trait].title
    listed = any(one.trait.id == trait for one in writer.assessment.traits)
    return tag("a", title, href=f"#{writer.prefix}{trait}") if listed else tag("span", title)
