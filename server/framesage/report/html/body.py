"""What is on the page: one part for each project, a list of them where there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage import __version__
from framesage.advice.findings import is_housekeeping
from framesage.analysis.verdict import is_applicable
from framesage.report.html.citations import Sources
from framesage.report.html.comparison_section import compare
from framesage.report.html.components import Writer
from framesage.report.html.evidence_section import evidence, graph
from framesage.report.html.findings_section import todo, turn
from framesage.report.html.markup import Markup, join, tag
from framesage.report.html.verdict_section import headline, reasons
from framesage.report.locations import project_name
from framesage.report.summary import counted
from framesage.wording.phrases import decision_words, verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.report.html.links import Paging


def main(assessments: Sequence[Assessment], paging: Paging) -> Markup:
    """Return all that is read."""
    sources = Sources()
    alone = len(assessments) == 1
    writers = [
        Writer(one, paging, sources, f"p{at}-", 2 if alone else 3)
        for at, one in enumerate(assessments, 1)
    ]
    projects = join(_project(one, alone=alone) for one in writers)
    header = tag("header", tag("p", "Framesage", class_="brand"), tag("h1", paging.title))
    contents = None if alone else _contents(writers)
    cited = tag("section", tag("h2", "Sources", id="sources"), sources.listed(),
                aria_labelledby="sources")  # fmt: skip
    listed = cited if sources.numbers else None
    return join([header, tag("main", contents, projects, listed), _footer(assessments)])


def _contents(writers: Sequence[Writer]) -> Markup:
    items = [
        tag("li", tag("a", _name(one), href=f"#{one.prefix}project"), " ",
            tag("span", _in_short(one.assessment), class_="verdict"))
        for one in writers
    ]  # fmt: skip
    return tag("nav", tag("ul", *items), aria_label="Projects", class_="contents")


def _in_short(assessment: Assessment) -> str:
    """Return the decision, else the verdict."""
    return decision_words(assessment) or verdict_words(assessment)


def _project(writer: Writer, *, alone: bool) -> Markup:
    identity = f"{writer.prefix}project"
    heading = None if alone else tag("h2", _name(writer), id=identity)
    parts = join(_parts(writer))
    links = (tag("li", tag("a", title, href=f"#{one}")) for one, title in writer.headings.items())
    contents = tag("nav", tag("ul", *links), aria_label=f"Parts: {_name(writer)}", class_="parts")
    return tag("div", heading, headline(writer), contents, parts, class_="project",
               id=identity if alone else None)  # fmt: skip


def _parts(writer: Writer) -> Iterator[Markup]:
    if is_applicable(writer.assessment):
        yield from (part(writer) for part in (reasons, graph, todo, turn, compare))
    elif not all(map(is_housekeeping, writer.assessment.findings)):
        yield todo(writer)
    if writer.assessment.web:
        yield evidence(writer)


def _name(writer: Writer) -> str:
    return project_name(writer.assessment.project, writer.paging.base)


def _footer(assessments: Sequence[Assessment]) -> Markup:
    files = sum(len(one.project.manifests) for one in assessments)
    read = counted(files, "file")
    if any(one.project.layout for one in assessments):
        read += " and the names of others"
    return tag("footer", tag("p", f"Read off {read} by Framesage {__version__}, and nothing else."))
