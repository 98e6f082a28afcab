"""One dialogue: ask until nothing is left to ask, then offer to write what was answered."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.consultation.consult import consult
from framesage.consultation.declare import traits_to_declare
from framesage.fixes import answer_edits, start_edits
from framesage.lsp.dialogue import messages
from framesage.lsp.dialogue.arguments import project_at
from framesage.lsp.dialogue.writing import write_changes
from framesage.wording.dialogue import WRITE_ANSWERS, start_title, stopped_words, text_to_paste

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.advice.model import Assessment
    from framesage.consultation.model import Answer, Consultation
    from framesage.fixes import Changes
    from framesage.lsp.dialogue.messages import Message
    from framesage.lsp.server import FramesageServer
    from framesage.rulebase.framework_model import Framework


class Dialogue:
    """Asks about the project of a document; ``answers`` are those so far, in order.

    Each step starts from the current texts, so that documents may change, or be closed, meanwhile.
    """

    def __init__(self, server: FramesageServer, uri: str, answers: dict[str, Answer]) -> None:
        self._server = server
        self._uri = uri
        self.answers = answers
        self.was_answered = bool(answers)

    async def run(self) -> None:
        """Ask and write until the person closes the dialogue."""
        stopped = False
        while True:
            step = self._step()
            if step.question and not stopped:
                choice = await self._ask_question(step)
            else:
                choice = await self._offer(step)
            if choice is None:
                break
            stopped = choice == messages.STOP

    def _step(self) -> Consultation:
        assessment = self._assessment()
        known = assessment.rule_base.traits
        return consult(
            assessment, {trait: given for trait, given in self.answers.items() if trait in known}
        )

    async def _ask_question(self, step: Consultation) -> str | None:
        """Ask a question; return the action that was chosen, or None to end the dialogue."""
        assert step.question is not None
        choice = await self._choose(messages.question_message(step, explained=False))
        if choice == messages.WHY:
            choice = await self._choose(messages.question_message(step, explained=True))
        if choice in messages.ANSWERS:
            self.answers[step.question.id] = messages.ANSWERS[choice]
        elif choice == messages.BACK:
            self._take_back()
        elif choice is None:
            self._say_how_to_keep(step)
        return choice

    async def _offer(self, step: Consultation) -> str | None:
        """Show the verdict; return the action if the dialogue goes on."""
        choice = await self._choose(messages.verdict_message(step))
        if choice == messages.BACK:
            self._take_back()
            return choice
        if choice == WRITE_ANSWERS:
            await self._write(partial(answer_edits, answers=self._declared(step)), choice)
        for framework in messages.startable(step):
            if choice == start_title(framework.title):
                await self._start_with(framework, step, choice)
        return None

    async def _start_with(self, framework: Framework, step: Consultation, label: str) -> None:
        offer = messages.kit_message(step, framework)
        choice = await self._choose(offer) if offer else ""
        if choice is not None:
            kit = choice == messages.ADD
            start = partial(start_edits, framework_id=framework.id, answers=step.declared, kit=kit)
            await self._write(start, label)

    async def _write(self, make: Callable[[Assessment], Changes], label: str) -> None:
        written = await write_changes(self._server, lambda: make(self._assessment()), label)
        self._tell(written.message)

    async def _choose(self, message: Message) -> str | None:
        """Return the title of the chosen action; None if the message was dismissed."""
        items = [types.MessageActionItem(title) for title in message.actions]
        params = types.ShowMessageRequestParams(types.MessageType.Info, message.text, items)
        answer = asyncio.wrap_future(self._server.window_show_message_request(params))
        chosen = await asyncio.shield(answer)  # it may come after the dialogue
        self.was_answered = True
        return chosen.title if chosen and chosen.title in message.actions else None

    def _tell(self, text: str) -> None:
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))

    def _say_how_to_keep(self, step: Consultation) -> None:
        changes = answer_edits(self._assessment(), self._declared(step)).files
        pastes = [
            text_to_paste(change.path.name, change.problem, change.text) for change in changes
        ]
        if pastes:
            self._tell(stopped_words(step.assessment, "\n".join(pastes)))

    def _declared(self, step: Consultation) -> dict[str, bool]:
        return traits_to_declare(step, self._assessment()) if step.declared else {}

    def _take_back(self) -> None:
        self.answers.popitem()

    def _assessment(self) -> Assessment:
        return project_at(self._server, self._uri)
