"""The body of the page: a part for each project, and a list of projects if there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage import __version__
from framesage.advice.to_do import short_headline
from framesage.analysis.verdict import is_applicable
from framesage.report.html.citations import Sources
from framesage.report.html.comparison_section import comparison
from framesage.report.html.components import Writer, fold
from framesage.report.html.evidence_section import evidence, graph
from framesage.report.html.findings_section import findings, flips
from framesage.report.html.kits_section import kits
from framesage.report.html.markup import Markup, join, tag
from framesage.report.html.verdict_section import headline, reasons
from framesage.report.locations import project_name
from framesage.wording.grammar import count_noun
from framesage.wording.verdict import is_decided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.report.html.links import Paging


def main(assessments: Sequence[Assessment], paging: Paging) -> Markup:
    """Return the whole body without the script."""
    sources = Sources()
    alone = len(assessments) == 1
    writers = [
        Writer(assessment, paging, sources, f"p{number}-", 2 if alone else 3)
        for number, assessment in enumerate(assessments, 1)
    ]
    projects = join(_project(writer, alone=alone) for writer in writers)
    skip = tag("a", "Skip to the verdict", href="#main", class_="skip")
    notice = tag("p", role="status", class_="notice")
    contents = None if alone else _contents(writers)
    parts = tag("main", contents, projects, _sources(sources), id="main", tabindex=-1)
    header = tag("header", tag("h1", paging.title))
    return join([skip, notice, header, parts, _footer(assessments)])


def _sources(sources: Sources) -> Markup | None:
    if not sources.numbers:
        return None
    heading = tag("h2", "Sources", id="sources", class_="title")
    folded = fold([heading, str(len(sources.numbers))], [sources.listed()])
    return tag("section", folded, id="sources-section", aria_labelledby="sources")


def _contents(writers: Sequence[Writer]) -> Markup:
    items = [
        tag("li", tag("a", _name(writer), href=f"#{writer.prefix}project"), " ",
            tag("span", _summary(writer.assessment), class_="verdict"))
        for writer in writers
    ]  # fmt: skip
    return tag("nav", tag("ul", *items), aria_label="Projects", class_="contents")


def _summary(assessment: Assessment) -> str:
    return short_headline(assessment)


def _project(writer: Writer, *, alone: bool) -> Markup:
    identity = f"{writer.prefix}project"
    heading = None if alone else tag("h2", _name(writer), id=identity)
    parts = join(_parts(writer))
    links = (
        tag("li", tag("a", title, href=f"#{identity}"))
        for identity, title in writer.headings.items()
    )
    contents = tag(
        "nav", tag("ul", *links), aria_label=f"Sections of {_name(writer)}", class_="parts"
    )
    return tag("div", heading, headline(writer), contents, parts, class_="project",
               id=identity if alone else None)  # fmt: skip


def _parts(writer: Writer) -> Iterator[Markup]:
    if is_decided(writer.assessment) and is_applicable(writer.assessment):
        yield from (section(writer) for section in (findings, kits, comparison))
    elif is_applicable(writer.assessment):
        yield from (
            section(writer) for section in (reasons, findings, flips, kits, graph, comparison)
        )
    elif writer.assessment.findings:
        yield findings(writer)
    if writer.assessment.web:
        yield evidence(writer)


def _name(writer: Writer) -> str:
    return project_name(writer.assessment.project, writer.paging.base)


def _footer(assessments: Sequence[Assessment]) -> Markup:
    files = sum(len(assessment.project.manifests) for assessment in assessments)
    sources = count_noun(files, "file")
    if any(assessment.project.layout for assessment in assessments):
        sources += " and the names of other files"
    return tag("footer", tag("p", f"Written by Framesage {__version__}, based only on {sources}."))
