"""Write the answers and the start into a project, or print them as a diff.

What cannot be written is printed, so that it can be pasted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.fix import print_file_diff, problem_words
from framesage.cli.formats import sources_root
from framesage.cli.stdio import error, note, warning
from framesage.consultation.model import Answer
from framesage.fixes import answer_edits, apply_edits, start_edits
from framesage.frozen import frozen
from framesage.project.atomic_write import create_text, write_text
from framesage.report.locations import shown_path
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.advice.model import Assessment
    from framesage.consultation.model import Consultation
    from framesage.fixes import Changes, FileChange


@frozen
class Wish:
    """What to write: a description and answers, and a framework to start with ("" for none)."""

    description: str
    answers: Mapping[str, bool]
    framework: str = ""
    kit: bool = False

    def changes(self, assessment: Assessment) -> Changes:
        """Return the changes of a project's files."""
        if not self.framework:
            return answer_edits(assessment, self.answers, description=self.description)
        return start_edits(
            assessment,
            self.framework,
            answers=self.answers,
            description=self.description,
            kit=self.kit,
        )


def print_changes(changes: Changes, assessment: Assessment) -> bool:
    """Print a diff and the text to paste; return whether all of it could be written."""
    for change in changes.files:
        if change.problem:
            _print_text(change, change.problem)
        else:
            before = _source(change, assessment)
            after = apply_edits(before or Source(change.path, ""), change.edits)
            text = None if before is None else before.text
            print_file_diff(change.path, text, after, sources_root([assessment]))
    return not changes.to_paste


def note_still_declared(step: Consultation, before: Assessment) -> None:
    """Warn about declarations that an answer of "don't know" does not remove from the settings."""
    for trait, answer in step.answers.items():
        if answer is Answer.UNKNOWN and trait in before.project.settings.traits:
            warning(f"the settings still declare {trait}; remove it there")


def write_changes(changes: Changes, assessment: Assessment) -> bool:
    """Change the files and list them on standard error; return whether that succeeded."""
    if not changes.files:
        note("nothing to write")
    written = [_write(change, assessment) for change in changes.files]
    return all(written)


def _write(change: FileChange, assessment: Assessment) -> bool:
    problem = change.problem or _attempt(change, assessment)
    if problem:
        _print_text(change, problem)
    else:
        note(f"wrote {_name(change)}")
    return not problem


def _attempt(change: FileChange, assessment: Assessment) -> str:
    """Change a file and return "", or why that is not possible."""
    before = _source(change, assessment)
    try:
        if before is None:
            create_text(change.path, apply_edits(Source(change.path, ""), change.edits))
        else:
            write_text(change.path, before.text, apply_edits(before, change.edits))
    except (OSError, ValueError) as reason:
        return problem_words(reason)
    return ""


def _source(change: FileChange, assessment: Assessment) -> Source | None:
    """Return the file as it was read; None if it is new."""
    return assessment.project.source(change.path)


def _print_text(change: FileChange, problem: str) -> None:
    name = _name(change)
    error(f"cannot write {name}: {problem}")
    note(f"add this to {name}:\n\n{change.text}")


def _name(change: FileChange) -> str:
    return shown_path(change.path, Path.cwd())
