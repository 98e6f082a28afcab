"""The story of a project for people at a terminal: framework, verdict, traits, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.analysis.framework_parts import in_several_lists
from framesage.explanation.explain import explain_verdict
from framesage.explanation.what_if import turn_words, what_would_turn
from framesage.report.locations import location_name, shown_path
from framesage.report.summary import loud_first
from framesage.report.terminal.explain_tree import QUIET, locations_text, tree_lines
from framesage.report.terminal.source_snippet import printable
from framesage.report.terminal.text import STYLES
from framesage.wording.phrases import (
    HOW_TO_DECLARE,
    how_to_ask,
    join_words,
    parts_words,
    verdict_words,
)
from framesage.wording.reasons import trait_locations, unplaced_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.model import InferredTrait


def story_lines(assessment: Assessment, base: Path) -> Iterator[Text]:
    """Yield all that is believed of a project, and why; ``base`` is where people work."""
    root = assessment.project.root
    yield heading(assessment, base)
    yield Text.assemble(("Framework  ", "bold"), _framework(assessment))
    yield Text.assemble(("Verdict    ", "bold"), verdict_words(assessment))
    for step in explain_verdict(assessment):
        yield from tree_lines(step, root, depth=1)
    if asking := how_to_ask(assessment):
        yield Text(f"           {asking}", QUIET)
    yield from _turns(assessment)
    if assessment.traits:
        yield Text("\nTraits", "bold")
    for found in assessment.traits:
        yield _trait(found, assessment)
    if assessment.findings:
        yield Text("\nFindings", "bold")
    for finding in loud_first(assessment.findings):
        yield _finding(finding, base)
    yield Text()


def heading(assessment: Assessment, base: Path) -> Text:
    """Return the line that names a project."""
    return Text(printable(shown_path(assessment.project.start, base)), "bold underline")


def _framework(assessment: Assessment) -> Text:
    use = assessment.framework
    names = join_words([framework.title for framework in use.frameworks]) or "none yet"
    decided = " (decided in the settings)" if use.is_declared else ""
    shown = Text.assemble(
        f"{names}{decided}", locations_text(use.locations, assessment.project.root)
    )
    if in_several_lists(use.parts):
        shown.append(f"\n           {parts_words(use.parts, assessment.project)}")
    return shown


def _turns(assessment: Assessment) -> Iterator[Text]:
    turns = what_would_turn(assessment)
    for turn in turns:
        words = f"it would turn to {turn.framework.title}: {turn_words(turn)}"
        yield Text.assemble(("What if    ", "bold"), words)
    if turns:
        yield Text(f"           {HOW_TO_DECLARE}", QUIET)


def _trait(found: InferredTrait, assessment: Assessment) -> Text:
    words = f"{found.trait.title} [{found.trait.id}]"
    level = (f"  {found.certainty:<9}", QUIET)
    locations = trait_locations(found, assessment)
    shown = locations_text(locations, assessment.project.root)
    if not locations and found.certainty != "declared":
        shown = Text(f"  <- {unplaced_words(found.conclusion.supporting, assessment)}", QUIET)
    return Text.assemble(level, words, shown)


def _finding(finding: Finding, base: Path) -> Text:
    return Text.assemble(
        f"  {printable(location_name(finding.location, base))} ",
        (f"{finding.severity} {finding.rule} ", STYLES[finding.severity]),
        printable(finding.message),
    )
