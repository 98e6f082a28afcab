"""Write the answers and the start into a project, or print them as a diff.

What cannot be written is printed, so that it can be pasted. Then nothing is written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.workspace import assess_root
from framesage.cli.ask.writing import UnwrittenError, write_all
from framesage.cli.fix import print_file_diff
from framesage.cli.formats import patch_root
from framesage.cli.stdio import error, note, warning
from framesage.consultation.model import Answer
from framesage.fixes import answer_edits, apply_edits, start_edits
from framesage.fixes.next_steps import next_steps
from framesage.frozen import frozen
from framesage.project import CachedFileSystem, Disk
from framesage.report.locations import shown_path
from framesage.text import Source
from framesage.wording.decision import replaced_words
from framesage.wording.grammar import capitalize

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
            return answer_edits(
                assessment,
                self.answers,
                description=self.description,
            )
        return start_edits(
            assessment,
            self.framework,
            answers=self.answers,
            description=self.description,
            kit=self.kit,
        )


def print_changes(changes: Changes, assessment: Assessment) -> bool:
    """Print a diff, or the text to paste if not all of it can be written; return whether it can."""
    if changes.to_paste:
        _print_texts(changes, {change.path: change.problem for change in changes.files})
        return False
    for change in changes.files:
        before = assessment.project.source(change.path)
        after = apply_edits(before or Source(change.path, ""), change.edits)
        text = None if before is None else before.text
        print_file_diff(change.path, text, after, patch_root([assessment]))
        _note_replaced(change)
    return True


def note_still_declared(step: Consultation, before: Assessment) -> None:
    """Say that a declaration holds although the answer was "don't know"."""
    for trait, answer in step.answers.items():
        if answer is Answer.UNKNOWN and trait in before.project.settings.traits:
            warning(f"the settings still declare {trait}; remove it there")


def write_changes(changes: Changes, assessment: Assessment, *, starts: bool = False) -> bool:
    """Change all files or none, list them on standard error, and return whether they changed.

    If that ``starts`` the project, the next steps are listed, too.
    """
    if not changes.files:
        note("nothing to write")
    if changes.to_paste:
        return print_changes(changes, assessment)
    try:
        write_all(changes, assessment)
    except UnwrittenError as unwritten:
        _print_texts(changes, {unwritten.path: unwritten.problem})
        return False
    for change in changes.files:
        note(f"wrote {_name(change.path)}")
        _note_replaced(change)
    if changes.files and starts:
        _note_next_steps(assessment)
    return True


def _note_next_steps(before: Assessment) -> None:
    """Say what to do next in a project that was just written."""
    project, files = before.project, CachedFileSystem(Disk())
    steps = next_steps(assess_root(project.start, files, before.today, project.boundary))
    if steps:
        numbered = enumerate(map(capitalize, steps), start=1)
        note("next steps:", *(f"  {number}. {step}" for number, step in numbered))


def _note_replaced(change: FileChange) -> None:
    if change.replaced:
        note(replaced_words(_name(change.path), change.replaced))


def _print_texts(changes: Changes, problems: Mapping[Path, str]) -> None:
    """Print why some files cannot be written, by path, and what belongs in each of all files."""
    for path, problem in problems.items():
        if problem:
            error(f"cannot write {_name(path)}: {problem}; nothing was written")
    for change in changes.files:
        note(f"add this to {_name(change.path)}:", "", *change.text.split("\n"))
        _note_replaced(change)


def _name(path: Path) -> str:
    return shown_path(path, Path.cwd())
