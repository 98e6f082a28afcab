"""The dialogue: ask until enough is known, show what follows, and offer to write it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from framesage.cli.ask import questions
from framesage.cli.ask.changes import Wish, note_still_declared, print_changes, write_changes
from framesage.cli.ask.resume import command_line
from framesage.cli.ask.subject import describe
from framesage.cli.console import has_links
from framesage.cli.stdio import INTERRUPTED
from framesage.consultation.consult import consult
from framesage.consultation.declare import traits_to_declare
from framesage.consultation.subject import is_blank
from framesage.report.terminal.consultation_text import (
    ending_lines,
    opening_lines,
    outcome_lines,
    why_lines,
)
from framesage.wording.dialogue import so_far

if TYPE_CHECKING:
    from framesage.cli.ask.menu import Menu, Screen
    from framesage.consultation.model import Answer, Consultation
    from framesage.consultation.subject import Subject
    from framesage.fixes import Changes

_WHAT = "What do you want to build? (a sentence, or Enter)"


class Dialogue:
    """Asks about a project on a screen. ``answers`` are those so far, in order."""

    def __init__(
        self, subject: Subject, answers: dict[str, Answer], screen: Screen, path: Path
    ) -> None:
        self._subject = subject
        self._undescribed: Subject | None = None
        self._answers = answers
        self._screen = screen
        self._path = path
        self._has_stopped = False
        self._has_ended = False

    def run(self, *, writes: bool = False) -> int:
        """Ask, show the outcome and offer to write it; return the exit code.

        With ``writes``, the answers are written without an offer.
        """
        try:
            self._open()
            code = None
            while code is None:
                self._ask()
                self._show_outcome()
                code = self._write(self._wish()) if writes else self._offer()
        except KeyboardInterrupt:
            self._screen.show(["", so_far(self._step().assessment)])
            self._say_how_to_continue()
            return INTERRUPTED
        return code

    def _open(self) -> None:
        """Show what is known, and ask what the project is if nothing is."""
        if self._screen.is_interactive and is_blank(self._subject) and not self._answers:
            self._undescribed = self._subject
            try:
                self._subject = describe(self._subject, self._screen.read_line(_WHAT))
            except EOFError:
                self._has_ended = self._has_stopped = True
        self._screen.show(opening_lines(self._subject.assessment, Path.cwd()))

    def _ask(self) -> None:
        """Ask until nothing is left to ask, or the person stops."""
        shown = set(self._step().contradictions)
        while not self._has_stopped and (step := self._step()).question:
            new = [sentence for sentence in step.contradictions if sentence not in shown]
            self._screen.show(new)
            shown.update(new)
            self._answer(step)

    def _answer(self, step: Consultation) -> None:
        trait = step.question
        assert trait is not None
        key = self._choose(questions.question_menu(step))
        if key in questions.ANSWERS:
            self._answers[trait.id] = questions.ANSWERS[key]
        elif key == questions.WHY:
            self._screen.show(why_lines(trait, step.assessment.rule_base))
        elif key == questions.BACK:
            self._take_back()
        else:
            self._has_stopped = True

    def _take_back(self) -> None:
        if self._answers:
            self._answers.popitem()
        elif self._undescribed:  # back to what the person wants to build
            self._subject = self._undescribed
            self._open()
        else:
            self._screen.show(["This is the first question."])

    def _show_outcome(self) -> None:
        step = self._step()
        self._screen.show([""])
        self._screen.show(outcome_lines(step, with_pages=not has_links()))
        self._screen.show(ending_lines(step))

    def _offer(self) -> int | None:
        """Offer to write; return the exit code, or None to go on with the questions."""
        step = self._step()
        menu = questions.offer_menu(step, can_write=bool(self._changes(self._wish()).files))
        while not self._has_ended and len(menu.options) > 1:
            key = self._choose(menu)
            if key == questions.BACK:
                self._take_back()
                self._has_stopped = False
                return None
            if key == questions.QUIT:
                break
            wish = self._wish(key)
            print_changes(self._changes(wish), self._subject.assessment)
            if self._choose(questions.CONFIRM) == "y":
                return self._write(wish)
        self._say_how_to_continue()
        return 0

    def _write(self, wish: Wish) -> int:
        before = self._subject.assessment
        note_still_declared(self._step(), before)
        starts = bool(wish.framework)
        return 0 if write_changes(self._changes(wish), before, starts=starts) else 2

    def _wish(self, key: str = questions.WRITE) -> Wish:
        """Return what an option of the offer writes."""
        step = self._step()
        framework, kit = "", False
        if key != questions.WRITE:
            chosen, kit = questions.start_choices(step.assessment)[int(key) - 1]
            framework = chosen.id
        traits = traits_to_declare(step, self._subject.assessment, framework)
        return Wish(self._subject.description, traits, framework, kit)

    def _changes(self, wish: Wish) -> Changes:
        return wish.changes(self._subject.assessment)

    def _choose(self, menu: Menu) -> str:
        """Return the key of the chosen option; at the end of the input, that to stop."""
        try:
            return self._screen.choose(menu)
        except EOFError:
            self._has_ended = True
            return questions.QUIT

    def _step(self) -> Consultation:
        return consult(self._subject.assessment, self._answers)

    def _say_how_to_continue(self) -> None:
        if self._answers or self._subject.description:
            command = command_line(self._path, self._subject.description, self._answers)
            whole = Text(command, no_wrap=True)  # to be copied in one piece
            self._screen.show(["Nothing was written. To continue:", whole])
