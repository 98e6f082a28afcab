"""The explanation of a project for a terminal: framework, verdict, traits, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.analysis.framework_parts import in_several_lists
from framesage.explanation.explain import explain_verdict
from framesage.explanation.kits import kits_summary, kits_to_show
from framesage.explanation.what_if import find_flips, flip_words
from framesage.report.locations import position_name, shown_path
from framesage.report.summary import most_severe_first
from framesage.report.terminal.explain_tree import locations_text, tree_lines
from framesage.report.terminal.kits_text import kit_lines
from framesage.report.terminal.source_snippet import printable
from framesage.report.terminal.text import QUIET, STYLES
from framesage.wording.locations import parts_words
from framesage.wording.reasons import trait_basis
from framesage.wording.silence import find_silence
from framesage.wording.verdict import (
    DECLARE_TRAITS,
    decision_note,
    enough_words,
    framework_words,
    how_to_correct,
    verdict_headline,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.model import InferredTrait

_MARGIN = " " * 11


def project_lines(assessment: Assessment, base: Path) -> Iterator[Text]:
    """Yield the whole explanation; findings are named relative to ``base``."""
    yield heading(assessment, base)
    yield Text.assemble(("Framework  ", "bold"), _framework(assessment))
    yield Text.assemble(("Verdict    ", "bold"), verdict_headline(assessment))
    if enough := enough_words(assessment):
        yield Text(f"{_MARGIN}{enough}.", QUIET)
    for side in explain_verdict(assessment):
        yield from tree_lines(side, assessment.project, depth=1)
    if note := decision_note(assessment):
        yield Text(f"{_MARGIN}{printable(note)}", QUIET)
    yield from _silence(assessment)
    yield from _flips(assessment)
    yield from _kits(assessment)
    if assessment.traits:
        yield Text("\nTraits", "bold")
    for found in assessment.traits:
        yield _trait(found, assessment)
    if assessment.findings:
        yield Text("\nFindings", "bold")
    for finding in most_severe_first(assessment.findings):
        yield _finding(finding, base)
    yield Text()


def heading(assessment: Assessment, base: Path) -> Text:
    """Return the line that names a project."""
    return Text(printable(shown_path(assessment.project.start, base)), "bold underline")


def _framework(assessment: Assessment) -> Text:
    use, project = assessment.framework, assessment.project
    text = Text.assemble(framework_words(assessment), locations_text(use.locations, project))
    if in_several_lists(use.parts):
        text.append(f"\n{_MARGIN}{printable(parts_words(use.parts, project))}")
    return text


def _silence(assessment: Assessment) -> Iterator[Text]:
    """Yield how to get a verdict where there is none, and why there is none."""
    if correction := how_to_correct(assessment):
        yield Text(f"{_MARGIN}{correction}.", QUIET)
    if silence := find_silence(assessment):
        yield Text(printable(f"{_MARGIN}{silence.words}."))


def _flips(assessment: Assessment) -> Iterator[Text]:
    flips = find_flips(assessment)
    for flip in flips:
        yield Text.assemble(("What if    ", "bold"), flip_words(flip))
    if flips:
        yield Text(f"{_MARGIN}{DECLARE_TRAITS}", QUIET)


def _kits(assessment: Assessment) -> Iterator[Text]:
    kits = kits_to_show(assessment)
    if summary := kits_summary(kits):
        yield Text.assemble(("\nKits       ", "bold"), summary)
        yield from kit_lines(kits, assessment.project)


def _trait(found: InferredTrait, assessment: Assessment) -> Text:
    words = trait_basis(found, assessment, printable) if found.certainty != "declared" else ""
    basis = Text(f"  <- {words}" if words else "", QUIET)
    certainty = (f"  {found.certainty:<9}", QUIET)
    return Text.assemble(certainty, f"{found.trait.title} [{found.trait.id}]", basis)


def _finding(finding: Finding, base: Path) -> Text:
    return Text.assemble(
        f"  {printable(position_name(finding.location, base))} ",
        (f"{finding.severity} {finding.rule} ", STYLES[finding.severity]),
        printable(finding.message),
    )
