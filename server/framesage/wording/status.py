"""The status of a decision record, and how the record becomes a decision."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from framesage.analysis.model import UseKind
from framesage.rulebase.model import VerdictKind
from framesage.wording.grammar import join_words
from framesage.wording.verdict import decision_note, framework_names, is_decided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import Analysis
    from framesage.project.model import Project

_SAID = ("description", "title", "readme", "keyword", "classifier")
_SETTINGS = "[tool.framesage]"
NO_REASONS = "The project shows no particular reason for it."


def status_words(analysis: Analysis) -> str:
    """Return the status of the record on a web application in a word or two."""
    if is_decided(analysis):
        return "accepted"
    if analysis.framework.kind is not UseKind.NONE:
        return f"{framework_names(analysis)} in use, not recorded as a decision"
    return "proposed" if analysis.verdict.kind is VerdictKind.FAVORS else "open"


def record_date(analysis: Analysis) -> date:
    """Return the day of the decision, if the settings begin with one, or else today."""
    try:
        return date.fromisoformat(decision_note(analysis)[:10])
    except ValueError:
        return analysis.today


def basis_words(analysis: Analysis) -> str:
    """Return what a recommendation is based on as a sentence; "" where there is none."""
    is_recommended = analysis.verdict.kind is VerdictKind.FAVORS and not is_decided(analysis)
    if not is_recommended:
        return ""
    sources = join_words(_sources(analysis.project))
    return f"This is based on {sources}; weigh it against what you know about the project."


def _sources(project: Project) -> list[str]:
    """Return what is known about a project, in words."""
    has_packages = any(True for manifest in project.manifests for _ in manifest.requirements)
    keys = {metadata.key for _, metadata in project.metadata()}
    found = {
        "dependency files": has_packages,
        "what the project says of itself": not keys.isdisjoint(_SAID),
        "declared traits": bool(project.settings.traits),
    }
    return [words for words, is_found in found.items() if is_found] or ["file names"]


def how_to_record(analysis: Analysis) -> str:
    """Return how to record the decision as a sentence; "" where there is nothing to record."""
    use, favored = analysis.framework, analysis.verdict.framework
    if is_decided(analysis):
        return "" if decision_note(analysis) else f"To record why, set `decision` in {_SETTINGS}."
    if use.candidate:
        return f'To record the choice, set `framework = "{use.candidate.id}"` in {_SETTINGS}.'
    if use.kind is not UseKind.NONE:
        return ""
    if favored:
        return f"To accept, run `framesage ask --start {favored.id} --write`."
    return "To decide, run `framesage ask`."


def kit_consequences(
    title: str,
    included: Sequence[str],
    packages: Sequence[str],
    choices: Sequence[str],
    by_hand: Sequence[str],
) -> list[str]:
    """Return what follows from choosing a framework, as sentences.

    ``packages`` are to be installed; ``included``, ``choices`` and ``by_hand`` are needs.
    """
    sentences = {
        f"{title} includes": included,
        "Install and keep up to date:": packages,
        "Choose a package for": choices,
        "Build yourself:": by_hand,
    }
    return [f"{start} {join_words(names)}." for start, names in sentences.items() if names]
