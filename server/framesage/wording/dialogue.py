"""The sentences of the dialogue: the title, the verdict so far, the end, and what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.text import in_one_line
from framesage.wording.consultation import NOTHING_TO_ASK, SETTLED
from framesage.wording.grammar import join_words
from framesage.wording.reasons import main_reasons
from framesage.wording.verdict import choice_words, verdict_headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import Analysis
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase

WRITE_ANSWERS = "Write answers"
ENOUGH = "No single answer can change this any more: you can finish now."
NOTHING_KNOWN = "You can finish now and answer the rest later."
READ_ONLY = "the file is read-only"
NOTHING_TO_WRITE = "Nothing to write: the files say all of this already."


def candidates_question(rule_base: RuleBase) -> str:
    """Return the question that the dialogue answers: ``Flask or Django?``."""
    return f"{choice_words(rule_base)}?"


def ask_title(rule_base: RuleBase) -> str:
    """Return the title of the command that starts the dialogue."""
    return f"{candidates_question(rule_base)} Ask me"


def start_title(framework: str) -> str:
    """Return the title of the action that starts a project with a framework, by its title."""
    return f"Start with {framework}"


def answer_title(trait: Trait, *, holds: bool) -> str:
    """Return a question with an answer, and the setting that declares it."""
    assert trait.question is not None
    answer, value = ("Yes", "true") if holds else ("No", "false")
    return f"{trait.question.text} {answer} ({trait.id} = {value})"


def question_number(number: int) -> str:
    """Return which question this is, counted from 1."""
    return f"Question {number}."


def so_far(analysis: Analysis) -> str:
    """Return the verdict after the answers so far."""
    return f"So far: {verdict_headline(analysis)}."


def conclusion_sentence(analysis: Analysis) -> str:
    """Return the verdict and its main reasons."""
    reasons = main_reasons(analysis)
    headline = verdict_headline(analysis)
    return f"{headline}: {reasons}." if reasons else f"{headline}."


def stop_words(*, is_settled: bool) -> str:
    """Return why the dialogue asks no more."""
    return f"{SETTLED if is_settled else NOTHING_TO_ASK}."


def offer_kit(framework: str, packages: Sequence[str]) -> str:
    """Return the question whether to add the packages that a framework needs besides."""
    return f"Also add what these needs take besides {framework}: {join_words(packages)}?"


def written_words(names: Sequence[str]) -> str:
    """Return which files were changed, by their names."""
    return f"Changed {in_one_line(join_words(names))}. Save to keep this, undo to take it back."


def text_to_paste(name: str, problem: str, text: str) -> str:
    """Return what a person has to add to a file, and why it was not written."""
    why = f" ({problem})" if problem else ""
    return f"Add to {in_one_line(name)}{why}:\n{text}".rstrip()


def stopped_words(analysis: Analysis, paste: str) -> str:
    """Return that a dialogue was dismissed, and how to keep its answers."""
    return f"Stopped; nothing was written. {so_far(analysis)}\nTo keep your answers: {paste}"


def ask_in_terminal(path: str) -> str:
    """Return how to have the dialogue where the editor cannot show it."""
    return f"This editor cannot ask questions. Run in a terminal: framesage ask {path}"


def ask_in_terminal_if_silent(path: str) -> str:
    """Return how to have the dialogue where no question may have appeared."""
    return f"If no question appears here, run in a terminal: framesage ask {path}"
